# build_if_stale: makes sure that `run` holds the jars of the sources as they are.
#
# What runs is a copy (target/run-N, the newest behind the link target/run), so that a build never
# takes the jars from under a Holdfast that is running.

run=$home/target/run
build_log=$home/target/build.log

build_if_stale() {
    [ -n "$(newer_source "$run/built")" ] || return 0
    if [ ! -w "$home" ]; then
        [ -e "$run/built" ] && return 0
        echo "holdfast: not built yet, and $home is not yours to build in; run ./holdfast version as its owner once." >&2
        exit 3
    fi
    mkdir -p "$home/target"
    exec 9>"$home/target/build.lock"
    if ! flock -n 9; then
        echo "holdfast: waiting for another build of this tree" >&2
        flock 9
    fi
    # The other build may have done it.
    if [ -n "$(newer_source "$run/built")" ]; then
        build
    fi
    exec 9>&-
}

# newer_source FILE: the first source that is newer than FILE, or any if there is no such file.
newer_source() {
    [ -e "$1" ] || {
        echo everything
        return
    }
    find "$home" \( -name target -o -name .git -o -path "$home/*/src/test" -o -path "$home/docs" \) -prune -o \
        \( -path '*/src/main*' -o -name pom.xml -o -path "$home/.mvn/*" \) -newer "$1" -print -quit
}

build() {
    need_maven
    mkdir -p "$home/target"
    if [ -e "$run/built" ]; then
        echo "holdfast: sources have changed; building" >&2
    else
        echo "holdfast: building for the first time (some minutes while Maven fetches libraries)" >&2
    fi
    : >"$home/target/build.started"
    started=$(date +%s)
    # Tests and style are for ./holdfast test.
    if ! mvn_build package -pl installers/agent,installers/collector,installers/cli -am -Dmaven.test.skip=true -Dspotless.check.skip=true; then
        echo "holdfast: the build failed; the whole of it is in $build_log" >&2
        grep '^\[ERROR\]' "$build_log" | head -n 20 >&2 || tail -n 20 "$build_log" >&2
        exit 3
    fi
    publish
    train
    echo "holdfast: built in $(($(date +%s) - started)) s" >&2
}

# mvn_build ARGS: Maven with its own JVM set, its output in the log and one line a module shown.
mvn_build() {
    build_broke=$home/target/build.failed
    rm -f "$build_broke"
    {
        (cd "$home" && JAVA_HOME=$jdk "${MVN:-mvn}" -B -ntp "$@" 2>&1 9>&-) || : >"$build_broke"
    } | tee "$build_log" | while IFS= read -r line; do
        case $line in
            *'INFO] Building Holdfast '*'['*/*']')
                # The parent is called Holdfast and nothing more.
                module=${line#*Building Holdfast}
                module=${module%% [0-9]*}
                place=${line##*[}
                printf '  [%s%s\n' "$place" "${module:- the whole}" >&2
                ;;
        esac
    done
    [ ! -e "$build_broke" ]
}

# publish: copies what was built and points the link at it.
publish() {
    next=$home/target/run-$(date +%s)-$$
    cp -R "$home/installers/target/dist" "$next"
    unpack_serial_library "$next"
    # Dated when the build began: a source saved meanwhile is still newer.
    mv "$home/target/build.started" "$next/built"
    before=$(readlink -f "$run" 2>/dev/null || :)
    ln -s "${next##*/}" "$run.next"
    mv -T "$run.next" "$run"
    for old in "$home"/target/run-*; do
        case $old in
            "$next" | "$before") ;;
            *) rm -rf "$old" ;;
        esac
    done
}

# unpack_serial_library RUN: lays the native library for serial lines beside the jars. From inside its jar it would be
# unpacked below /tmp, for anybody to replace before it is loaded.
unpack_serial_library() {
    case $(uname -m) in
        x86_64) entry=Linux/x86_64/libjSerialComm.so ;;
        aarch64) entry=Linux/armv8_64/libjSerialComm.so ;;
        *) return 0 ;;
    esac
    mkdir -p "$1/native"
    for jar in "$1"/lib/jSerialComm-*.jar; do
        [ ! -e "$jar" ] || (cd "$1/native" && "$jdk/bin/jar" --extract --file "$jar" "$entry" && mv "$entry" . &&
            rm -r "${entry%%/*}" && chmod go-w . libjSerialComm.so)
    done
}

# train: runs everything once, so that each program leaves an archive of its classes (JEP 350), which
# halves its start. Without an archive all works, more slowly.
train() {
    echo "  preparing a quick start" >&2
    scratch=$(mktemp -d)
    for program in agent collector cli; do
        # A file of arguments is cut at blanks, such as a folder's name may have.
        { cat "$launcher/$program.jvm" && echo "\"-XX:ArchiveClassesAtExit=$run/$program.jsa.new\""; } >"$scratch/$program.jvm"
    done
    classpath_of cli
    # shellcheck disable=SC2154 # set by find_jdk
    "$jdk/bin/java" "@$scratch/cli.jvm" -Dholdfast.run="$run" -Dholdfast.flags="$scratch" -cp "$classpath" \
        io.holdfast.cli.HoldfastMain up --once --state "$scratch/state" >"$scratch/out" 2>&1 9>&- || :
    for archive in "$run"/*.jsa.new; do
        [ ! -e "$archive" ] || mv "$archive" "${archive%.new}"
    done
    for program in agent collector cli; do
        [ -e "$run/$program.jsa" ] || {
            mv "$scratch/out" "$home/target/train.log" 2>/dev/null || :
            echo "  no quick start of $program; why not may be in $home/target/train.log" >&2
        }
    done
    rm -rf "$scratch"
}

# classpath_of PROGRAM: sets `classpath` to all of its jars.
classpath_of() {
    classpath=
    # The last line has no end.
    while read -r jar || [ -n "$jar" ]; do
        classpath=$classpath:$run/$jar
    done <"$run/$1.classpath"
    classpath=${classpath#:}
}

need_maven() {
    command -v "${MVN:-mvn}" >/dev/null && return
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        echo "holdfast: Maven is missing; installing the Debian package maven" >&2
        apt-get install -y --no-install-recommends maven >/dev/null && return
    fi
    echo "holdfast: expected Maven 3.8 or later as mvn, found none; on Debian and Ubuntu: sudo apt-get install maven" >&2
    exit 3
}
