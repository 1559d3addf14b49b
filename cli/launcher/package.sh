# package: builds the Debian packages.

package() {
    if [ $# -gt 0 ]; then
        echo "usage: ./holdfast package"
        echo "  builds the Debian packages of agent, collector and command line into installers/target"
        case $1 in
            -h | --help) exit 0 ;;
            *) exit 3 ;;
        esac
    fi
    find_jdk
    need_maven
    mkdir -p "$home/target"
    if ! mvn_build package -Ppackages -Dmaven.test.skip=true -Dspotless.check.skip=true; then
        echo "holdfast: the build failed; the whole of it is in $build_log" >&2
        grep '^\[ERROR\]' "$build_log" | head -n 20 >&2 || tail -n 20 "$build_log" >&2
        exit 3
    fi
    ls -1 "$home"/installers/target/*.deb
    exit 0
}
