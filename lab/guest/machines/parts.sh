# What the machines' set-ups are made of, in the guest. Sourced by enter.

# bond MODE MEMBER... : a bond named bond0, up, with an address nobody else has.
bond() {
    local mode=$1 member
    shift
    modprobe bonding max_bonds=0
    ip link add bond0 type bond mode "$mode" miimon 100
    for member in "$@"; do
        ip link set "$member" down
        ip link set "$member" master bond0
    done
    ip link set bond0 up
    ip address add 192.0.2.10/24 dev bond0
    for member in "$@"; do
        until_true "bond0 sees the carrier of $member" grep -qx up "/sys/class/net/$member/bonding_slave/mii_status"
    done
}

# array LEVEL DISK... : an array /dev/md0 of the whole disks, in step.
array() {
    local level=$1
    shift
    # The module by name, since it is an alias that mdadm would ask for and the kernel would not wait.
    modprobe "raid${level/[456]/456}"
    mdadm --quiet --create /dev/md0 --run --metadata=1.2 --homehost=any --level="$level" --raid-devices=$# --assume-clean "$@"
    until_true "md0 is in step" grep -qx idle /sys/block/md0/md/sync_action
}

# use_disk DISK: puts swap on it. A disk that nobody uses is no single point of failure.
use_disk() {
    mkswap --quiet "$1"
    swapon "$1"
}

# until_true WHAT COMMAND... : waits for at most 20 s.
until_true() {
    local what=$1 tries
    shift
    for ((tries = 0; tries < 200; tries++)); do
        if "$@" 2>/dev/null; then return 0; fi
        sleep 0.1
    done
    echo "FAILED set-up: after 20 s still not so: $what"
    return 1
}

# expect WHAT WANTED FOUND : one line; the machine is only as good as all of them.
expect() {
    if [ "$2" = "$3" ]; then
        echo "ok $1: $3"
    else
        echo "FAILED $1: expected $2, found $3"
        BAD=$((${BAD:-0} + 1))
    fi
}

network_cards() { find /sys/class/net/ -mindepth 1 -maxdepth 1 -exec test -e '{}/device' ';' -printf '%f\n' | sort | paste -sd' '; }
carrier() { cat "/sys/class/net/$1/carrier"; }
whole_disks() { lsblk --nodeps --noheadings --output NAME | grep -v '^md' | sort | paste -sd' '; }
