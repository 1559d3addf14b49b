#!/bin/bash
# Runs in a guest under systemd: installs the previous version of the packages, uses it, upgrades, purges. One line for each
# check; the exit code is how many failed. usage: package-job.sh PREVIOUS CURRENT, the packages in /out/debs
set -uo pipefail
previous=$1 current=$2
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
failed=0
services=(holdfast-collector holdfast-agent)

# check WHAT COMMAND... : what went wrong is shown below the line.
check() {
    local what=$1 words began=$SECONDS
    shift
    if words=$("$@" 2>&1); then
        echo "ok      $what ($((SECONDS - began)) s)"
    else
        failed=$((failed + 1))
        echo "FAILED  $what ($((SECONDS - began)) s)"
        tail -n 25 <<<"$words" | sed 's/^/        /'
    fi
}

# expect WANTED COMMAND... : the command prints exactly this.
expect() {
    local wanted=$1 found
    shift
    found=$("$@")
    [ "$found" = "$wanted" ] || {
        echo "expected of $*: '$wanted', found: '$found'"
        return 1
    }
}

# The guest's disk is thrown away: nothing needs to be on it for certain.
install_version() { dpkg --force-unsafe-io --install /out/debs/holdfast-{cli,collector,agent}_"$1"_*.deb; }

main_pid() { systemctl show --property MainPID --value "$1"; }

# A unit that is still starting, as emulation makes it for long, is waited for: what it comes to is what counts.
runs() {
    local unit until=$((SECONDS + 240))
    for unit in "${services[@]}"; do
        while [ $SECONDS -lt $until ] && [ "$(systemctl show --property ActiveState --value "$unit")" = activating ]; do
            sleep 1
        done
        systemctl is-active --quiet "$unit" || {
            systemctl status --no-pager --lines 40 "$unit"
            return 1
        }
    done
}

# A service that crashes and is started again has been active in between, so that it stays up is looked at too.
stays_up() {
    local before after unit
    for unit in "${services[@]}"; do
        before=$(main_pid "$unit")
        sleep 5
        after=$(main_pid "$unit")
        [ "$before" != 0 ] && [ "$before" = "$after" ] || {
            journalctl --no-pager --lines 40 --unit "$unit"
            return 1
        }
    done
}

versions() { dpkg-query --show --showformat '${Version}\n' holdfast-agent holdfast-cli holdfast-collector | sort --unique; }

owners_are_right() {
    expect 'root:root 640' stat --format '%U:%G %a' /etc/holdfast/agent.yaml &&
        expect 'root:holdfast 640' stat --format '%U:%G %a' /etc/holdfast/collector.yaml &&
        expect 'root:root 700' stat --format '%U:%G %a' /var/lib/holdfast/agent &&
        expect 'holdfast:holdfast 700' stat --format '%U:%G %a' /var/lib/holdfast/collector &&
        expect '' find /usr/lib/holdfast ! -user root -o -perm /022 ! -type l
}

nothing_is_open_to_everyone() { expect '' find /etc/holdfast /var/lib/holdfast -type f -perm /007; }

runs_as_told() {
    expect root ps -o user= -p "$(main_pid holdfast-agent)" &&
        expect holdfast ps -o user= -p "$(main_pid holdfast-collector)" &&
        expect 'CapBnd:	0000000000220000' grep CapBnd "/proc/$(main_pid holdfast-agent)/status" &&
        expect 'CapBnd:	0000000000000000' grep CapBnd "/proc/$(main_pid holdfast-collector)/status"
}

# Native libraries come from where root has put them: nothing mapped from a place that a service may write to.
maps_only_its_own() {
    local unit
    for unit in "${services[@]}"; do
        grep '\.so' "/proc/$(main_pid "$unit")/maps" | awk '{ print $6 }' | sort --unique |
            grep --invert-match --extended-regexp '^/usr/lib/' && return 1
    done
    return 0
}

uses_its_archive() {
    local program
    for program in agent collector; do
        grep --quiet "/usr/lib/holdfast/runtime/lib/server/classes.*\.jsa" "/proc/$(main_pid holdfast-$program)/maps" || {
            echo "no CDS archive is mapped by holdfast-$program"
            return 1
        }
    done
}

reload_keeps_the_process() {
    local unit before
    for unit in "${services[@]}"; do
        before=$(main_pid "$unit")
        systemctl reload "$unit" && sleep 3 && expect "$before" main_pid "$unit" || return 1
    done
    runs
}

watchdog_is_fed() {
    local unit
    for unit in "${services[@]}"; do
        expect notify systemctl show --property Type --value "$unit" || return 1
        [ "$(systemctl show --property WatchdogTimestampMonotonic --value "$unit")" != 0 ] || {
            echo "$unit never fed its watchdog"
            return 1
        }
    done
}

commands_work() {
    holdfast version && holdfast config check /etc/holdfast/agent.yaml && holdfast config check /etc/holdfast/collector.yaml
}

agent_is_heard() {
    local words until=$((SECONDS + 240))
    while [ $SECONDS -lt $until ]; do
        # The command ends with 0 when every agent that it lists is heard.
        if words=$(holdfast agents 2>&1) && [[ $words == *holdfast-guest* ]]; then
            return 0
        fi
        sleep 1
    done
    echo "the agent was not heard in 240 s: $words"
    journalctl --no-pager --lines 30 --unit holdfast-agent --unit holdfast-collector
    return 1
}

agent_enrolls() {
    (umask 077 && holdfast collector token create >/etc/holdfast/enrolment.token) || return 1
    systemctl restart holdfast-agent && agent_is_heard
}

change_settings() {
    echo '# changed by the administrator' >>/etc/holdfast/agent.yaml
    echo '# changed by the administrator' >>/etc/holdfast/collector.yaml
    find /var/lib/holdfast -type f \( -name '*.pem' -o -name '*.key' -o -name '*.p12' \) -exec sha256sum {} + | sort >/out/identities
    [ -s /out/identities ]
}

upgrade_kept_everything() {
    tail -n 1 /etc/holdfast/agent.yaml /etc/holdfast/collector.yaml
    grep --quiet 'changed by the administrator' /etc/holdfast/agent.yaml &&
        grep --quiet 'changed by the administrator' /etc/holdfast/collector.yaml &&
        sha256sum --check --quiet /out/identities
}

# What the administrator has switched off, an upgrade must not switch on.
switch_agent_off() { systemctl disable --quiet --now holdfast-agent; }

agent_stayed_off() {
    local state active
    state=$(systemctl is-enabled holdfast-agent)
    active=$(systemctl is-active holdfast-agent)
    systemctl enable --quiet --now holdfast-agent || return 1
    [ "$state $active" = "disabled inactive" ] || {
        echo "expected the agent to be disabled and inactive, found it $state and $active"
        return 1
    }
}

one_purged_leaves_the_other() {
    dpkg --purge holdfast-agent || return 1
    [ ! -e /var/lib/holdfast/agent ] && [ ! -e /etc/holdfast/agent.yaml ] && [ -e /etc/holdfast/collector.yaml ] &&
        [ -d /var/lib/holdfast/collector ] && systemctl is-active holdfast-collector
}

nothing_is_left() {
    dpkg --purge holdfast-collector holdfast-cli || return 1
    local path
    for path in /etc/holdfast /var/lib/holdfast /usr/lib/holdfast /run/holdfast /usr/bin/holdfast \
        /etc/systemd/system/multi-user.target.wants/holdfast-agent.service \
        /etc/systemd/system/multi-user.target.wants/holdfast-collector.service; do
        [ ! -e "$path" ] || {
            echo "left behind: $(find "$path" | head)"
            return 1
        }
    done
    if id holdfast 2>/dev/null; then return 1; fi
}

check "install $previous" install_version "$previous"
check "units read well" systemd-analyze verify /usr/lib/systemd/system/holdfast-agent.service /usr/lib/systemd/system/holdfast-collector.service
check "both services run" runs
check "both stay up" stays_up
check "both feed their watchdog" watchdog_is_fed
check "owners and modes" owners_are_right
check "users and capabilities" runs_as_told
check "native libraries are root's" maps_only_its_own
check "CDS archives are used" uses_its_archive
check "commands work" commands_work
check "agent enrolls and is heard" agent_enrolls
check "state and settings are closed" nothing_is_open_to_everyone
check "reload keeps the process" reload_keeps_the_process
check "settings change" change_settings
check "agent is switched off" switch_agent_off
check "upgrade to $current" install_version "$current"
check "new version is installed" expect "$current" versions
check "the agent stays off" agent_stayed_off
check "both services run again" runs
check "upgrade kept everything" upgrade_kept_everything
check "agent is heard again" agent_is_heard
for unit in "${services[@]}"; do
    echo "== systemd-analyze security $unit"
    systemd-analyze security --no-pager "$unit"
done
check "purge of one leaves the other" one_purged_leaves_the_other
check "purge leaves nothing" nothing_is_left
exit "$failed"
