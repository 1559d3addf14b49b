# find_jdk: sets `jdk` to the home of a JDK of the wanted release or a later one, or ends with what
# to do. Starts no process: this is on the way of every command.

wanted_release=25

find_jdk() {
    jdk=
    jdks_seen=
    if [ -n "${HOLDFAST_JAVA_HOME-}" ]; then
        consider_jdk "$HOLDFAST_JAVA_HOME"
        [ -n "$jdk" ] || no_jdk "in HOLDFAST_JAVA_HOME=$HOLDFAST_JAVA_HOME"
        return
    fi
    [ -z "${JAVA_HOME-}" ] || consider_jdk "$JAVA_HOME"
    for candidate in /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/local/jdk* /usr/java/* \
        "${HOME-/}"/.sdkman/candidates/java/* "${HOME-/}"/.jdks/*; do
        [ -n "$jdk" ] || consider_jdk "$candidate"
    done
    if [ -z "$jdk" ] && command -v java >/dev/null; then
        on_path=$(readlink -f "$(command -v java)")
        consider_jdk "${on_path%/bin/java}"
    fi
    [ -n "$jdk" ] || no_jdk "in HOLDFAST_JAVA_HOME, JAVA_HOME, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks and PATH"
}

# consider_jdk HOME: takes it if its `release` file says that it will do.
consider_jdk() {
    [ -r "$1/release" ] && [ -x "$1/bin/java" ] || return 0
    release=
    while IFS='=' read -r key value; do
        if [ "$key" = JAVA_VERSION ]; then
            release=${value#\"}
            release=${release%\"}
            break
        fi
    done <"$1/release"
    major=${release%%[!0-9]*}
    if [ ! -x "$1/bin/javac" ]; then
        jdks_seen="$jdks_seen
    $1: Java $release, without a compiler"
    elif [ "${major:-0}" -lt "$wanted_release" ]; then
        jdks_seen="$jdks_seen
    $1: Java $release"
    else
        jdk=$1
    fi
}

no_jdk() {
    {
        echo "holdfast: expected a JDK $wanted_release or later, with its compiler."
        echo "  looked $1"
        echo "  found: ${jdks_seen:-none}"
        echo "  to do: install one, such as openjdk-$wanted_release-jdk from Debian 13 or Ubuntu 25.10, or"
        echo "         temurin-$wanted_release-jdk from https://adoptium.net/installation/linux,"
        echo "         or unpack one anywhere and set HOLDFAST_JAVA_HOME to it."
    } >&2
    exit 3
}
