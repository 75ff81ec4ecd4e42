# From here on the script is the same for everybody. It adds to what is there and changes no account that exists.

set -euf

stop() {
    printf '%s\n' "$1" >&2
    exit 1
}

# ask SERVICE OBJECT INTERFACE METHOD [SIGNATURE VALUE...]: the answer in the words of busctl
ask() {
    busctl --user --timeout=20 -- call "$@" 2>/dev/null
}

manager() {
    ask org.freedesktop.Akonadi.Control /AgentManager org.freedesktop.Akonadi.AgentManager "$@"
}

account() {
    ask "org.freedesktop.Akonadi.Resource.$instance" /Settings "$interface" "$@"
}

within_30_seconds() {
    end=$(($(date +%s) + 30))
    until "$@" >/dev/null; do
        [ "$(date +%s)" -lt "$end" ] || return 1
        sleep 0.2
    done
}

owned() {
    [ "$(ask org.freedesktop.DBus / org.freedesktop.DBus NameHasOwner s "$1")" = 'b true' ]
}

# What is done with each line of values: NAME METHOD SIGNATURE VALUE ANSWER
set_value() {
    account "$2" "$3" "$4" >/dev/null || stop "$say_failed"
}

check_value() {
    [ "$(account "$1")" = "$5" ] || stop "$say_failed"
}

compare_value() {
    answer=$(account "$1") || stop "$say_failed"
    [ "$answer" = "$5" ] || different="$different  $1: ${answer#* } ($say_wanted ${5#* })
"
}

# add FILE LINE: appends what is read to a file that does not have this line yet; a file that is there is kept with ~
add() {
    if grep -qxF -e "$2" "$1" 2>/dev/null; then
        cat >/dev/null
    else
        if [ -e "$1" ]; then cp -p "$1" "$1~"; fi
        cat >>"$1"
    fi
}

add_transport() {
    general=
    if ! grep -q '^default-transport=' "$transports" 2>/dev/null; then
        general="[General]
default-transport=$transport"
    fi
    { printf '\n' && transport && printf '\n%s\n' "$general"; } | add "$transports" "[Transport $transport]"
}

add_identity() {
    general=
    if ! grep -q '^Email Address=.*@' "$identities" 2>/dev/null; then
        general="[General]
Default Identity=$identity"
    fi
    number=0
    while grep -qxF -e "[Identity #$number]" "$identities" 2>/dev/null; do number=$((number + 1)); done
    { printf '\n[Identity #%s]\n' "$number" && identity && printf '\n%s\n' "$general"; } |
        add "$identities" "uoid=$identity"
}

remove_unfinished() {
    [ -z "$unfinished" ] || manager removeAgentInstance s "$unfinished" >/dev/null || :
}

command -v busctl >/dev/null || stop "$say_no_busctl"
ask org.freedesktop.DBus / org.freedesktop.DBus StartServiceByName su org.freedesktop.Akonadi.Control 0 >/dev/null ||
    stop "$say_no_akonadi"
for program in org.kde.kmail2 org.kde.kmail org.kde.kontact; do
    if owned "$program"; then stop "$say_close"; fi
done
within_30_seconds manager agentInstances || stop "$say_no_akonadi"

for instance in $(manager agentInstances | tr -d '"'); do
    case $instance in "$type"_[0-9]*) ;; *) continue ;; esac
    within_30_seconds account "$server_name" || stop "$say_failed"
    if [ "$(account "$server_name")" = "$server_answer" ] && [ "$(account "$user_name")" = "$user_answer" ]; then
        different=
        values compare_value
        if [ -z "$different" ]; then
            printf '%s\n' "$say_there"
            exit 0
        fi
        printf '%s\n' "$say_there_different" >&2
        printf '%s' "$different" >&2
        exit 2
    fi
done

unfinished=
trap remove_unfinished EXIT
trap 'exit 1' HUP INT TERM
made=$(manager createAgentInstance s "$type") || stop "$say_failed"
made=${made#*\"}
made=${made%\"*}
case $made in "$type"_[0-9]*) ;; *) stop "$say_failed" ;; esac
unfinished=$made
instance=$made
within_30_seconds account "$server_name" || stop "$say_failed"
values set_value
links set_value
values check_value
links check_value
manager setAgentInstanceName ss "$instance" "$name" >/dev/null || stop "$say_failed"
account save >/dev/null || stop "$say_failed"

# Akonadi makes an identity of its own when its mail agent starts for the first time.
within_30_seconds owned org.freedesktop.Akonadi.MailDispatcherAgent || stop "$say_failed"
umask 077
config=${XDG_CONFIG_HOME:-$HOME/.config}
transports=$config/mailtransports
identities=$config/emailidentities
mkdir -p "$config"
add_transport
add_identity
busctl --user -- emit /TransportManager org.kde.pim.TransportManager changesCommitted || :
busctl --user -- emit /IdentityManager org.kde.pim.IdentityManager identitiesChanged s mailweiche || :

unfinished=
ask "org.freedesktop.Akonadi.Agent.$instance" / org.freedesktop.Akonadi.Agent.Control reconfigure >/dev/null || :
printf '%s\n' "$say_done"
