# bench [NAME ARGS]: runs lab/bench/NAME, which measures one thing and prints what it found.

bench() {
    if [ $# -eq 0 ] || [ "$1" = --help ] || [ "$1" = -h ]; then
        echo "usage: ./holdfast bench NAME [OPTIONS]"
        echo "  example: ./holdfast bench footprint --help"
        echo "  benches:"
        for script in "$home"/lab/bench/*; do
            [ ! -f "$script" ] || [ ! -x "$script" ] || echo "    ${script##*/}"
        done
        exit 0
    fi
    script=$home/lab/bench/$1
    if [ ! -f "$script" ] || [ ! -x "$script" ]; then
        echo "holdfast bench: expected one of those that ./holdfast bench lists, found '$1'" >&2
        exit 3
    fi
    shift
    find_jdk
    build_if_stale
    build_benches_if_stale
    export JAVA_HOME="$jdk" HOLDFAST_RUN="$run"
    exec "$script" "$@"
}

# The generators and clients that the benches run, beside the product itself.
build_benches_if_stale() {
    classpath=$home/lab/bench/target/bench.classpath
    [ -n "$(newer_source "$classpath")" ] || return 0
    need_maven
    echo "holdfast bench: building the benches" >&2
    if ! mvn_build package -pl lab/bench -am -Dmaven.test.skip=true -Dspotless.check.skip=true; then
        echo "holdfast bench: the build failed; the whole of it is in $build_log" >&2
        exit 3
    fi
    touch "$classpath"
}
