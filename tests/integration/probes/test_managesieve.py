"""Filter rules: the dialogue of ManageSieve in its variety."""

from probes.codes import Authentication, Status


def test_the_list_after_tls_counts(lab, good_tls):
    def handler(peer):
        peer.send(b'"IMPLEMENTATION" "Example 1"\r\n"SASL" ""\r\n"SIEVE" "fileinto"\r\n"STARTTLS"\r\nOK "hi"\r\n')
        peer.line()
        peer.send(b"OK\r\n")
        peer.start_tls(good_tls)
        peer.send(b'"IMPLEMENTATION" {9}\r\nExample 2\r\n"SASL" "PLAIN SCRAM-SHA-1"\r\n"VERSION" "1.0"\r\nOK\r\n')
        assert peer.line() == b"LOGOUT\r\n"

    service = lab.try_handler(4190, handler)
    assert (service.status, service.reason, service.implementation) == (Status.COMPLETED, None, "Example 2")
    assert service.capabilities.before_tls == ("IMPLEMENTATION Example 1", "SASL", "SIEVE fileinto", "STARTTLS")
    assert service.capabilities.after_tls == ("IMPLEMENTATION Example 2", "SASL PLAIN SCRAM-SHA-1", "VERSION 1.0")
    assert service.authentication == (Authentication.PASSWORD_CLEARTEXT, Authentication.PASSWORD_ENCRYPTED)


def test_a_server_that_greets_without_its_list_is_asked(lab, good_tls):
    def handler(peer):
        peer.send(b'OK "ready"\r\n')
        assert peer.line() == b"CAPABILITY\r\n"
        peer.send(b'"SIEVE" ""\r\n"STARTTLS"\r\nOK\r\n')
        peer.line()
        peer.send(b"OK\r\n")
        peer.start_tls(good_tls)
        peer.send(b'"SIEVE" "vacation"\r\nOK\r\n')
        peer.hold()

    assert lab.try_handler(4190, handler).capabilities.after_tls == ("SIEVE vacation",)
