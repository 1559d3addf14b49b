# Shared by the guest rig's commands: where things are kept, and how trouble is told. Sourced, never run.

GUEST=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
PROJECT=$(cd "$GUEST/../.." && pwd)
CACHE=${HOLDFAST_GUEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/holdfast/guest}

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

die() {
    say "$@"
    exit 3
}

# Prints the milliseconds since the epoch.
now_ms() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }

# lock NAME: one process at a time builds a thing in the cache; the others wait for it.
lock() {
    mkdir -p "$CACHE" || die "cannot make the cache folder $CACHE; set HOLDFAST_GUEST_CACHE to a writable one"
    exec 9>"$CACHE/$1.lock"
    flock -n 9 && return
    say "another run is making the $1; waiting (at most 15 min)"
    flock -w 900 9 || die "the $1 is still locked after 15 min: $CACHE/$1.lock"
}

# Sets KERNEL_VERSION, KERNEL (bzImage), MODULES (the tree below which lib/modules lies) and INITRAMFS.
find_kernel() {
    [ -s "$CACHE/kernel" ] || die "no guest kernel in $CACHE; run lab/guest/prepare first"
    KERNEL_VERSION=$(<"$CACHE/kernel")
    MODULES=$CACHE/$KERNEL_VERSION
    KERNEL=$MODULES/boot/vmlinuz-$KERNEL_VERSION
    INITRAMFS=$MODULES/initramfs.gz
    local part
    for part in "$KERNEL" "$INITRAMFS"; do
        [ -s "$part" ] || die "$part is missing; run lab/guest/prepare again"
    done
}

# Sets ACCEL, QEMU's options for the processor. KVM is asked for, never guessed: nested KVM opens and then hangs.
# Machines have one processor unless they ask for more: with two, QEMU 7.2 was seen to run stale translations of code that a
# JVM's compiler had just written on the other one (SIGILL).
choose_accelerator() {
    if [ "${HOLDFAST_KVM:-0}" = 1 ]; then
        [ -w /dev/kvm ] || die "HOLDFAST_KVM=1, but /dev/kvm is not writable"
        ACCEL=(-accel kvm -cpu host)
    else
        ACCEL=(-accel "tcg,thread=multi,tb-size=512" -cpu max)
    fi
}
