# test_everything [--unit]: all that the project checks. Each part says what it ran; the last line
# counts. A part that cannot run here is a notice, and a failure where CI=true.

test_usage="usage: ./holdfast test [--unit | --java | --help]
  (no option)  installs Debian packages if root; unit and integration tests, guests, packages
  --unit       fast tests only: no sockets, no processes
  --java       unit and integration tests, no guests and no packages
  example: CI=true ./holdfast test"

test_everything() {
    scope=all
    while [ $# -gt 0 ]; do
        case $1 in
            --unit) scope=unit ;;
            --java) scope=java ;;
            -h | --help)
                echo "$test_usage"
                exit 0
                ;;
            *)
                printf '%s\n' "holdfast test: expected --unit or --java, found '$1'" "$test_usage" >&2
                exit 3
                ;;
        esac
        shift
    done
    passed=0 failed=0 skipped=0 summary= last_words=
    cd "$home"
    mkdir -p target
    [ "$scope" = unit ] || install_packages
    find_jdk
    export JAVA_HOME="$jdk"
    need_maven
    case $scope in
        unit) maven_tests test ;;
        java | all)
            # The tests of `holdfast up` run what was built, with the flags of production.
            rm -rf target/run
            build_if_stale
            maven_tests verify
            ;;
    esac
    if [ "$scope" = all ]; then
        script_tests guests lab/guest/test
        script_tests durability lab/guest/durability
        script_tests two-agents lab/netns/two-agents
        script_tests rack-devices lab/rack/devices
        script_tests packages installers/test-packages
        script_tests reproducible lab/reproducible
    fi
    printf '%s' "$last_words"
    printf '\n%s\n' "Summary:$summary"
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] || exit 1
    exit 0
}

install_packages() {
    missing=
    for package in $(sed 's/#.*//' lab/packages.txt); do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing Debian packages:$missing"
        # shellcheck disable=SC2086 # names are words
        { DEBIAN_FRONTEND=noninteractive apt-get -qq update &&
            DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing; } \
            >target/packages.log 2>&1 && return 0
        tail -n 5 target/packages.log
        note_failure packages-installed "not all installed; see target/packages.log"
    else
        echo "NOTICE: not root, so these packages were not installed, and what needs them is skipped:$missing"
    fi
}

# maven_tests PHASE: runs Maven to the phase in every module and counts by its reports.
maven_tests() {
    : >target/tests.started
    status=0 began=$(date +%s)
    "${MVN:-mvn}" -B -ntp --fail-at-end "$1" || status=$?
    find . -path '*/target/*-reports/TEST-*.xml' -newer target/tests.started >target/tests.list
    counts=$(while IFS= read -r report; do grep -m1 '<testsuite ' "$report" || sed -n '2,12p' "$report"; done \
        <target/tests.list | tr '\n' ' ' | awk '
        BEGIN { RS = "<testsuite " }
        function of(name) { return match($0, "[ \t]" name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
        { tests += of("tests"); bad += of("errors") + of("failures"); skip += of("skipped") }
        END { print tests - bad - skip, bad + 0, skip + 0 }')
    # shellcheck disable=SC2086 # three numbers
    set -- "$1" $counts
    # Maven fails for more than tests: style, compiler, rules of the build.
    if [ "$status" -ne 0 ] && [ "$3" -eq 0 ]; then
        set -- "$1" "$2" 1 "$4"
    fi
    count "mvn-$1" "$2" "$3" "$4"
}

# script_tests NAME SCRIPT: a script that ends 0 or not, and may end its output with a count.
script_tests() {
    if [ ! -x "$2" ]; then
        echo "NOTICE: $2 is not part of this tree"
        return 0
    fi
    printf '\n== %s: %s\n' "$1" "$2"
    status=0 began=$(date +%s)
    { "$2" || echo $? >target/script.status; } 2>&1 | tee "target/tests-$1.log"
    if [ -e target/script.status ]; then
        status=$(cat target/script.status)
        rm -f target/script.status
    fi
    line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "target/tests-$1.log" | tail -n 1)
    good=${line%% passed*}
    bad=${line#*passed, }
    bad=${bad%% failed*}
    case $line in
        *skipped*)
            omitted=${line%% skipped*}
            omitted=${omitted##* }
            ;;
        *) omitted=0 ;;
    esac
    if [ "$status" -ne 0 ] && [ "${bad:-0}" -eq 0 ]; then
        bad=1
    elif [ -z "$line" ]; then
        good=1
    fi
    # Repeated at the end, where a log that is cut to its last lines still has them.
    [ "${bad:-0}" -eq 0 ] || last_words="$last_words
== $1 failed; the end of target/tests-$1.log:
$(grep -E '^FAILED' -A 30 "target/tests-$1.log" | head -n 60; tail -n 40 "target/tests-$1.log")
"
    count "$1" "${good:-0}" "${bad:-0}" "$omitted"
}

note_failure() {
    echo "FAILED: $1: $2"
    began=$(date +%s)
    count "$1" 0 1 0
}

# count NAME PASSED FAILED SKIPPED: notes them, and how long it took since $began.
count() {
    passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
    summary="$summary
  $1: $2 passed, $3 failed, $4 skipped, $((($(date +%s) - began + 30) / 60)) min"
}
