"""The stand-in for the DCC: acknowledged at once, then what the Device Model says, by polling or pushed."""

import threading

import pytest

from s1sr_validator import Catalogue
from s1sr_validator.server.settings import Limits
from tests.invented import REGISTER, request_xml
from tests.server.listening import listening
from tests.server.serving import EMPTY, FILLED, FIXED, LATE, OPEN, USER, Answer, Served, serving


def request_to(device: str, counter: int = 1, srv: str = "9.9.1", user: str = USER) -> str:
    """Return an invented request to a Device."""
    return request_xml(srv, header={"RequestID": f"{user}:{device}:{counter}"})


def send(served: Served, device: str, counter: int = 1, srv: str = "9.9.1", **headers: str) -> Answer:
    """Send a request, and return the acknowledgement."""
    answer = served.post("/dcc/requests", request_to(device, counter, srv), **headers)
    assert 200 == answer.status, answer.body
    return answer


def fetch(served: Served, device: str, counter: int = 1, wait: int = 0) -> Answer:
    """Fetch the message for a request."""
    return served.get(f"/dcc/responses?request_id={USER}:{device}:{counter}&wait={wait}")


def test_acknowledged_then_answered(served: Served) -> None:
    """The acknowledgement carries the RequestID and says where the response will be."""
    acknowledged = send(served, FILLED, 100)
    assert f"<sr:RequestID>{USER}:{FILLED}:100<".encode() in acknowledged.body
    assert b"<sr:ResponseMessage>" in acknowledged.body
    response = served.get(acknowledged.headers["location"])
    assert (200, "application/xml") == (response.status, response.headers["content-type"])
    assert b"<ra:ReadInventedLogRsp" in response.body
    assert response.body == fetch(served, FILLED, 100).body == fetch(served, FILLED, 100).body


def test_a_device_with_a_deviation_sends_its_alert(served: Served) -> None:
    """By its state, or by what the file says it does."""
    send(served, EMPTY, 101)
    assert b"<sr:S1SPAlertCode>S1X9001<" in fetch(served, EMPTY, 101).body


def test_a_fixed_outcome_where_there_is_none_to_fix(served: Served) -> None:
    """A service that the Device Model answers as GBCS says is answered so, whatever the file fixes."""
    send(served, FIXED, 102, REGISTER)
    assert b"<ra:ReadInventedRegisterRsp" in fetch(served, FIXED, 102).body


def test_a_late_answer_is_waited_for(served: Served) -> None:
    """A poll can wait; without that it says that nothing is there yet."""
    send(served, LATE, 103, REGISTER)
    assert fetch(served, LATE, 103).status in {200, 204}
    assert 200 == fetch(served, LATE, 103, wait=30).status


def test_a_user_reads_on(tiny: Catalogue) -> None:
    """Message by message, each named by where to go on; another User sees none of them."""
    with serving(tiny) as served:
        for counter in range(3):
            send(served, FILLED, counter)
        place, found = "0", []
        while (answer := served.get(f"/dcc/responses?user={USER.lower()}&next={place}")).status == 200:
            found.append(answer.body)
            place = answer.headers["s1sr-next"]
        assert 204 == answer.status
        assert [fetch(served, FILLED, counter).body for counter in range(3)] == found
        assert 204 == served.get(f"/dcc/responses?user={LATE}").status


def test_the_same_request_again(served: Served) -> None:
    """Each has its own message, and the id alone means the newest."""
    first, second = send(served, FILLED, 104), send(served, FILLED, 104)
    assert first.headers["location"] != second.headers["location"]
    bodies = [served.get(answer.headers["location"]).body for answer in (first, second)]
    assert bodies[0] != bodies[1]
    assert bodies[1] == fetch(served, FILLED, 104).body


@pytest.mark.parametrize(
    ("same", "seed", "order"),
    [
        (True, 7, ((FILLED, 1), (EMPTY, 1), (FILLED, 2))),
        (True, 7, ((EMPTY, 1), (FILLED, 1), (FILLED, 2))),
        (False, 8, ((FILLED, 1), (EMPTY, 1), (FILLED, 2))),
    ],
)
def test_a_run_can_be_repeated(tiny: Catalogue, *, same: bool, seed: int, order: tuple[tuple[str, int], ...]) -> None:
    """By the seed and the turn of each Device, however the Devices come between each other."""
    first = _run(tiny, 7, ((FILLED, 1), (EMPTY, 1), (FILLED, 2)))
    assert 3 == len(set(first.values()))
    assert same == (first == _run(tiny, seed, order))


def _run(tiny: Catalogue, seed: int, order: tuple[tuple[str, int], ...]) -> dict[tuple[str, int], bytes]:
    with serving(tiny, seed=seed) as served:
        for device, counter in order:
            send(served, device, counter)
        return {asked: fetch(served, *asked).body for asked in order}


def test_each_turn_has_other_readings(served: Served) -> None:
    """The same request twice is not the same reading twice."""
    answers = [served.get(send(served, FILLED, 130).headers["location"]).body for _turn in range(2)]
    assert answers[0] != answers[1]


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (404, request_to("00-00-00-00-00-00-00-FF"), "no Device 00-00-00-00-00-00-00-FF"),
        (409, request_to(OPEN), "invented_log.entries"),
        (422, request_xml(header={"RequestID": "one:two:three"}), "RequestID"),
        (422, "<a/>", "root element"),
        (422, request_xml("9.9.77"), "9.9.77"),
    ],
)
def test_what_is_not_taken(status: int, body: str, says: str, served: Served) -> None:
    """It is refused before it is acknowledged, with what to do."""
    answer = served.post("/dcc/requests", body)
    assert status == answer.status, answer.body
    assert says in answer.json["detail"] + answer.json["tip"]


@pytest.mark.parametrize(
    ("status", "query"),
    [
        (400, ""),
        (400, f"request_id={USER}"),
        (400, "user=me"),
        (400, f"user={USER}&request_id={USER}:{EMPTY}:1"),
        (400, f"user={USER}&message=1"),
        (400, f"request_id={USER}:{EMPTY}:1&next=1"),
        (400, f"user={USER}&next=-1"),
        (400, f"user={USER}&wait=soon"),
        (400, f"user={USER}&user={USER}"),
        (400, f"user={USER}&nxt=1"),
        (404, f"request_id={USER}:{EMPTY}:999999"),
        (404, f"request_id={USER}:{EMPTY}:999999&message=1"),
    ],
)
def test_wrong_polls(status: int, query: str, served: Served) -> None:
    """What is asked for must be one thing, and must be there."""
    assert status == served.get(f"/dcc/responses?{query}").status


def test_the_message_of_another_request(served: Served) -> None:
    """Is not given for its number alone."""
    location = send(served, FILLED, 105).headers["location"]
    assert 404 == served.get(location.replace(":105&", ":106&")).status


def test_pushed(served: Served) -> None:
    """To the address in the query or in the header, with the same bytes as by polling."""
    with listening() as listener:
        served.post(f"/dcc/requests?callback={listener.url}?a=b", request_to(FILLED, 110))
        path, host, body = listener.next()
        assert ("/responses?a=b", f"127.0.0.1:{listener.port}") == (path, host)
        assert fetch(served, FILLED, 110).body == body
        send(served, FILLED, 111, S1SR_Callback=listener.url)
        assert fetch(served, FILLED, 111).body == listener.next()[2]


def test_pushed_to_the_configured_address(tiny: Catalogue) -> None:
    """Where the request names none."""
    with listening() as listener, serving(tiny, callback=listener.url) as served:
        send(served, LATE, 1, REGISTER)
        assert b"<ra:ReadInventedRegisterRsp" in listener.next()[2]


def test_pushed_again_where_it_failed(tiny: Catalogue) -> None:
    """A few times; then it stays for polling, and health counts it. A redirect is a failure, and is not followed."""
    limits = Limits(retry_seconds=(0, 0))
    with listening() as elsewhere, listening((500, 302, 503), location=elsewhere.url) as listener:
        with serving(tiny, limits=limits, callback=listener.url) as served:
            send(served, FILLED, 1)
            assert 1 == len({listener.next() for _try in range(3)})
            send(served, FILLED, 2)
            listener.next()
            assert b"<ra:ReadInventedLogRsp" in fetch(served, FILLED, 1).body
            _settled(served)
            counts = served.get("/v1/health").json["stand_in"]
        assert (1, 1, 2) == (counts["pushed"], counts["not_pushed"], counts["kept"])
        assert elsewhere.came.empty()


def _settled(served: Served) -> None:
    """Wait until nothing is on its way: each poll waits for the task's turn, not for a time."""
    while served.get("/v1/health").json["stand_in"]["on_their_way"]:
        pass


@pytest.mark.parametrize(
    ("status", "url"),
    [
        (403, "http://192.0.2.1/"),
        (403, "http://10.0.0.1:8080/"),
        (403, "http://169.254.169.254/latest/meta-data"),
        (403, "http://0.0.0.0/"),
        (403, "http://[::]/"),
        (403, "http://[::ffff:10.0.0.1]/"),
        (403, "http://2130706434.invalid/"),
        (400, "ftp://127.0.0.1/"),
        (400, "file:///etc/passwd"),
        (400, "http://user@127.0.0.1/"),
        (400, "http://127.0.0.1:0/"),
        (400, "http://127.0.0.1:99999/"),
        (400, "http:///responses"),
        (400, "http://127.0.0.1/two words"),
        (400, "gopher://127.0.0.1:6379/_FLUSHALL"),
    ],
)
def test_addresses_that_are_not_called(status: int, url: str, served: Served) -> None:
    """Only this machine is called; the request is refused before anything is sent."""
    answer = served.post("/dcc/requests", request_to(FILLED, 120), S1SR_Callback=url)
    assert status == answer.status, answer.body
    assert answer.json["tip"]


def test_the_callback_is_given_once(served: Served) -> None:
    """In query or header."""
    answer = served.post("/dcc/requests?callback=http://127.0.0.1/", "<a/>", S1SR_Callback="http://127.0.0.1/")
    assert 400 == answer.status
    assert 400 == served.post("/dcc/requests?calback=http://127.0.0.1/", "<a/>").status


def test_an_address_that_is_never_its_owners(tiny: Catalogue) -> None:
    """A host that was allowed is called, but not where its name leads to where clouds keep credentials."""
    with serving(tiny, callback_hosts=frozenset({"169.254.169.254", "0.0.0.0"})) as served:  # noqa: S104 - refused
        for host in ("169.254.169.254", "0.0.0.0"):  # noqa: S104 - refused
            answer = served.post("/dcc/requests", request_to(FILLED), S1SR_Callback=f"http://{host}/")
            assert 403 == answer.status


def test_an_allowed_host(tiny: Catalogue) -> None:
    """It is taken, and where nobody is at home the message stays for polling."""
    limits = Limits(retry_seconds=(), callback_seconds=0.01)
    with serving(tiny, callback_hosts=frozenset({"192.0.2.1"}), limits=limits) as served:
        send(served, FILLED, 1, S1SR_Callback="http://192.0.2.1/")
        _settled(served)
        assert 1 == served.get("/v1/health").json["stand_in"]["not_pushed"]
        assert 200 == fetch(served, FILLED).status


def test_the_oldest_messages_go_first(tiny: Catalogue) -> None:
    """The bound holds, and health counts what went."""
    with serving(tiny, limits=Limits(held_messages=2)) as served:
        for counter in range(5):
            send(served, FILLED, counter)
        counts = served.get("/v1/health").json["stand_in"]
        assert (2, 3) == (counts["kept"], counts["dropped"])
        assert [404, 404, 404, 200, 200] == [fetch(served, FILLED, counter).status for counter in range(5)]


def test_a_waiting_poll_is_woken(served: Served) -> None:
    """By the message, not by a clock: whoever waits for a User gets what comes next."""
    user = "90-B3-D5-1F-30-00-00-77"
    answers: list[Answer] = []
    poll = threading.Thread(target=lambda: answers.append(served.get(f"/dcc/responses?user={user}&wait=30")))
    poll.start()
    served.post("/dcc/requests", request_to(FILLED, 1, user=user))
    poll.join(60)
    assert [200] == [answer.status for answer in answers]
