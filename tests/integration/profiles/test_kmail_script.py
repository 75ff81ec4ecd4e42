"""The script for KMail in a real shell with a busctl that only writes down its words: names stay words, errors undo."""

import stat
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from advisor.profiles.account import Form, plain
from advisor.profiles.export import export
from advisor.profiles.formats.kmail import SAID
from advisor.profiles.targets import Target
from advisor.text import Language
from tests.unit.profiles.companies import ANNA, company
from tests.unit.profiles.formats.terminal import hostile_people

# Answers as busctl does on a bus where Akonadi has no account yet; each call is written down, its words ended by NUL,
# the call by a second one. What was set is answered as it was set.
BUSCTL = r"""#!/bin/sh
shift 3 2>/dev/null
[ "$1" = call ] || exit 0
{ printf '%s\0' "$@"; printf '\0'; } >>"$HOME/calls"
service=$2 method=$5 value=$7
eval "$BEHAVIOUR"
case $method in
  NameHasOwner) case $value in org.kde.*) echo 'b false' ;; *) echo 'b true' ;; esac ;;
  agentInstances) echo "as ${INSTANCES:-0}" ;;
  createAgentInstance) echo "s \"${value}_7\"" ;;
  set*) : ;;
  *) grep -zxF -A1 -e "$method" "$HOME/answers" | tail -z -n 1 | tr -d '\0' ; echo ;;
esac
"""


def exported(form=Form.POP3_KEEP_DAYS, person=ANNA, **changes):
    (data,) = [file.data for file in export(company(form, **changes), (person,), only={Target.KMAIL}) if file.target]
    return data


class Shell:
    """One home with the script and the recording busctl."""

    def __init__(self, folder: Path, script: bytes) -> None:
        self.home = folder
        self._bin = folder / "bin"
        self._bin.mkdir()
        busctl = self._bin / "busctl"
        busctl.write_text(BUSCTL)
        busctl.chmod(busctl.stat().st_mode | stat.S_IXUSR)
        (folder / "kmail.sh").write_bytes(script)
        self._answer(script)

    def _answer(self, script: bytes) -> None:
        """Let the busctl know what it would print for each value: the last word of each line of values."""
        top = script.partition(b"\n\n# From here on")[0]
        told = top + b'\ntell() { printf \'%s\\0%s\\0\' "$1" "$5"; }\nvalues tell\nlinks tell\n'
        found = subprocess.run(["/bin/sh"], input=told, capture_output=True, check=True).stdout
        (self.home / "answers").write_bytes(found)

    def run(self, behaviour: str = "", instances: str = "", path: str = "") -> subprocess.CompletedProcess[str]:
        environment = {
            "HOME": str(self.home),
            "PATH": path or f"{self._bin}:/usr/bin:/bin",
            "BEHAVIOUR": behaviour,
            "INSTANCES": instances,
            "LC_ALL": "C",
        }
        command = ["/bin/sh", "kmail.sh"]
        return subprocess.run(command, env=environment, cwd=self.home, capture_output=True, text=True, timeout=60)

    @property
    def calls(self) -> list[list[str]]:
        """The words of each call."""
        data = (self.home / "calls").read_bytes() if (self.home / "calls").exists() else b""
        return [call.decode().split("\0") for call in data.removesuffix(b"\0\0").split(b"\0\0") if call]

    def called(self, method: str) -> list[list[str]]:
        """What a method was given, call by call; without the signature."""
        return [call[6:] for call in self.calls if call[4] == method]

    def file(self, name: str) -> str:
        path = self.home / ".config" / name
        return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.fixture
def shell(tmp_path):
    return Shell(tmp_path, exported())


def says(name):
    return SAID[name].into(Language.DE)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile_people)
def test_names_stay_words(person):
    username = plain(person.username)
    if not username:
        return
    with tempfile.TemporaryDirectory() as folder:
        shell = Shell(Path(folder), exported(person=person, organisation=person.name))
        checked = subprocess.run(["/bin/sh", "-n", "kmail.sh"], cwd=shell.home, capture_output=True)
        assert (checked.returncode, checked.stderr) == (0, b"")
        done = shell.run()
        assert (done.returncode, done.stderr) == (0, "")
        assert shell.called("setLogin") == [[username]]
        assert shell.called("setLeaveOnServer") == [["true"]]
        assert shell.called("removeAgentInstance") == []
        escaped = username.replace("\\", "\\\\")
        assert f"\nuser={escaped}\n" in shell.file("mailtransports")
        name = plain(person.name).replace("\\", "\\\\")
        assert f"\nName={name}\n" in shell.file("emailidentities")
        assert {each.name for each in shell.home.iterdir()} == {"bin", "kmail.sh", "answers", "calls", ".config"}
        assert {each.name for each in (shell.home / ".config").iterdir()} == {"emailidentities", "mailtransports"}


def test_what_is_there_is_kept(shell):
    config = shell.home / ".config"
    config.mkdir()
    had = {
        "mailtransports": "[General]\ndefault-transport=5\n\n[Transport 5]\nid=5",
        "emailidentities": "[Identity #0]\nEmail Address=b@firma.ch\nuoid=4\n[Identity #1]\nuoid=5",
    }
    for name, content in had.items():
        (config / name).write_text(content)
    assert shell.run().returncode == 0
    for name, content in had.items():
        assert shell.file(name).startswith(f"{content}\n[")
        assert shell.file(f"{name}~") == content
        assert "[General]" not in shell.file(name).removeprefix(content)
    assert "\n[Identity #2]\n" in shell.file("emailidentities")
    first = {name: shell.file(name) for name in had}
    again = shell.run()
    assert (again.returncode, again.stderr) == (0, "")
    assert {name: shell.file(name) for name in had} == first


def test_a_first_account_becomes_the_usual_one(shell):
    config = shell.home / ".config"
    config.mkdir()
    (config / "emailidentities").write_text("[General]\nDefault Identity=4\n\n[Identity #0]\nName=nobody\nuoid=4\n")
    assert shell.run().returncode == 0
    own = shell.file("emailidentities").partition("[Identity #1]")[2]
    assert own.endswith(f"[General]\nDefault Identity={own.partition('uoid=')[2].split()[0]}\n")
    assert (config / "mailtransports").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("program", ["org.kde.kmail2", "org.kde.kmail", "org.kde.kontact"])
def test_a_running_kmail_is_left_alone(shell, program):
    done = shell.run(f'[ "$value" = {program} ] && echo "b true" && exit')
    assert (done.returncode, done.stderr) == (1, says("close") + "\n")
    assert shell.called("createAgentInstance") == []


def test_without_akonadi_nothing_happens(shell):
    done = shell.run('[ "$method" = StartServiceByName ] && exit 1')
    assert (done.returncode, done.stderr) == (1, says("no_akonadi") + "\n")
    assert [call[4] for call in shell.calls] == ["StartServiceByName"]


def test_without_busctl_nothing_happens(shell):
    done = shell.run(path="/nowhere")
    assert (done.returncode, done.stderr) == (1, says("no_busctl") + "\n")


@pytest.mark.parametrize("broken", ["setHost", "setAgentInstanceName", "save", "leaveOnServer"])
def test_an_account_that_does_not_take_the_values_is_removed_again(shell, broken):
    done = shell.run(f'[ "$method" = {broken} ] && exit 1')
    assert (done.returncode, done.stderr) == (1, says("failed") + "\n")
    assert shell.called("removeAgentInstance") == [["akonadi_pop3_resource_7"]]
    assert shell.file("emailidentities") == shell.file("mailtransports") == ""


def test_an_account_that_answers_another_rule_is_removed_again(shell):
    done = shell.run('[ "$method" = leaveOnServer ] && echo "b false" && exit')
    assert done.returncode == 1
    assert shell.called("removeAgentInstance") == [["akonadi_pop3_resource_7"]]


def test_an_account_that_never_answers_is_left_alone(shell):
    # A clock that runs: each look at it is a minute later.
    (shell.home / "bin" / "date").write_text(
        '#!/bin/sh\necho x >>"$HOME/looks"\necho $(($(wc -l <"$HOME/looks") * 60))\n'
    )
    (shell.home / "bin" / "date").chmod(0o755)
    done = shell.run('[ "$method" = host ] && exit 1', instances='1 "akonadi_pop3_resource_3"')
    assert (done.returncode, done.stderr) == (1, says("failed") + "\n")
    assert not any(call[4].startswith(("set", "create", "remove")) for call in shell.calls)


def test_the_same_account_is_not_made_twice(shell):
    done = shell.run(instances='2 "akonadi_imap_resource_0" "akonadi_pop3_resource_3"')
    assert (done.returncode, done.stdout) == (0, says("there") + "\n")
    assert shell.called("createAgentInstance") == shell.called("setHost") == []
    asked = {call[1] for call in shell.calls if call[4] == "host"}
    assert asked == {"org.freedesktop.Akonadi.Resource.akonadi_pop3_resource_3"}


def test_an_account_with_another_rule_is_named_and_not_changed(shell):
    done = shell.run('[ "$method" = leaveOnServer ] && echo "b false" && exit', instances='1 "akonadi_pop3_resource_3"')
    assert done.returncode == 2
    assert done.stderr == f"{says('there_different')}\n  leaveOnServer: false ({says('wanted')} true)\n"
    assert not any(call[4].startswith(("set", "create", "remove")) for call in shell.calls)


def test_another_mailbox_gets_an_account_beside_the_first(shell):
    done = shell.run(
        '[ "$service" = org.freedesktop.Akonadi.Resource.akonadi_pop3_resource_3 ] && [ "$method" = login ] '
        '&& echo "s \\"ben@firma.ch\\"" && exit',
        instances='1 "akonadi_pop3_resource_3"',
    )
    assert (done.returncode, done.stdout) == (0, says("done") + "\n")
    assert {call[1] for call in shell.calls if call[4] == "setHost"} == {
        "org.freedesktop.Akonadi.Resource.akonadi_pop3_resource_7"
    }
