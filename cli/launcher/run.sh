# run_jvm JAVA ARGS: runs the command's JVM and ends with its exit code, with 3 where it cannot start or breaks off.
#
# A JVM that cannot start (no memory, a flag it does not know, a jar that is gone) ends with 1, which here means a warning
# about hardware. So the command ends with 101 where it means that, and this is what tells the two apart.
# The JVM runs in the background because a shell hears of no signal while it waits in the foreground. A shell gives its
# background neither its input nor Ctrl-C: the one is handed on as it is, the other is told as TERM.

run_jvm() {
    jvm_pid='' signalled='' status=unknown
    trap 'pass_on INT TERM' INT
    trap 'pass_on TERM TERM' TERM
    trap 'pass_on HUP HUP' HUP
    # The JVM hears this one itself, and prints its threads.
    trap : QUIT
    if true 2>/dev/null <&0; then
        exec 3<&0
    else
        exec 3</dev/null
    fi
    java=$1
    shift
    "$java" -Dholdfast.launcher=$$ -Dholdfast.warning=101 "$@" <&3 3<&- &
    jvm_pid=$!
    exec 3<&-
    [ -z "$signalled" ] || kill -s TERM "$jvm_pid"
    while :; do
        signalled_before=$signalled signalled=
        ended=0
        wait "$jvm_pid" || ended=$?
        # 127: a wait before this one has had it already.
        [ "$ended" = 127 ] && [ "$status" != unknown ] || status=$ended
        [ -n "$signalled" ] || break
    done
    case $status in
        1 | 126 | 127) no_jvm ;;
        101) exit 1 ;;
        143) [ "$signalled_before" != INT ] || exit 130 ;;
    esac
    exit "$status"
}

no_jvm() {
    {
        echo "holdfast: expected $java to run the command, it ended with $status, as a JVM does that cannot start"
        echo "  to do: see what it says above; look at the memory it may have (ulimit -v, free), HOLDFAST_OPTS and JDK_JAVA_OPTIONS"
    } >&2
    exit 3
}

# pass_on SIGNAL AS: tells the JVM.
pass_on() {
    signalled=$1
    [ -z "$jvm_pid" ] || kill -s "$2" "$jvm_pid" 2>/dev/null || :
}
