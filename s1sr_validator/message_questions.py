"""The questions about messages that a catalogue answers: predict, check, verdict, simulate."""

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from s1sr_validator.arguments import in_bytes, read_day, read_standing
from s1sr_validator.checking.roles import read_role
from s1sr_validator.examination import Circumstances, examine, open_messages, open_request, predictable
from s1sr_validator.index.lookup import Lookup
from s1sr_validator.inquiry import Inquiry
from s1sr_validator.messages.schema_check import OfficialSchema, RequestSchemas
from s1sr_validator.messages.schema_store import installed_schemas, schemas_folder
from s1sr_validator.model.check_report import CheckReport
from s1sr_validator.model.errors import UsageError
from s1sr_validator.model.lifecycle import Standing
from s1sr_validator.model.message import Message, Unread
from s1sr_validator.model.prediction import PredictionReport
from s1sr_validator.prediction.devices import find_devices
from s1sr_validator.prediction.predict import predict
from s1sr_validator.prediction.vocabulary import read_state
from s1sr_validator.routine import Shapes

if TYPE_CHECKING:
    from s1sr_validator.model.verdict import ExchangeReport

_MOST_INQUIRIES = 1000
"""More than there are SMETS1 Device Models, so that a run over all of them makes each once."""


class MessageQuestions:
    """What a catalogue can be asked about requests and about what came back."""

    @property
    def lookup(self) -> Lookup:
        """Indexes over the records."""
        raise NotImplementedError

    @cached_property
    def schemas(self) -> RequestSchemas:
        """The XML Schemas that requests are held to: our own, and the official ones that are installed.

        Raises:
            InputError: an installed schema is damaged.
        """
        installed = installed_schemas(schemas_folder(os.environ))
        official = tuple(OfficialSchema(each.version, each.texts) for each in installed)
        return RequestSchemas(self.lookup.services.values(), official)

    @cached_property
    def _shapes(self) -> Shapes:
        return Shapes(self.lookup.services)

    @cached_property
    def _inquiries(self) -> dict[tuple[object, ...], Inquiry]:
        return {}

    def circumstances(
        self, *, as_of: dt.date | str, device: str = "", role: str = "", srv: str = "", with_schemas: bool = True
    ) -> Circumstances:
        """Return what holds for the messages of a run; arguments as for `check`."""
        if srv and srv not in self.lookup.services:
            raise UsageError(f"there is no SRV {srv!r}", tip="see: s1sr list services")
        return Circumstances(
            self.lookup,
            read_day(as_of),
            devices=find_devices(device, self.lookup) if device else (),
            role=read_role(role, self.lookup) if role else "",
            srv=srv,
            schemas=self.schemas if with_schemas else None,
        )

    def inquiry(
        self,
        *,
        device: str,
        as_of: dt.date | str,
        state: Mapping[str, object] | None = None,
        standing: str = Standing.PROPOSED,
        srv: str = "",
        findings: bool = False,
    ) -> Inquiry:
        """Return what asks the same about many requests, each as fast as it can be read; arguments as for `predict`.

        With `findings` it can be asked for those as well.

        Raises:
            UsageError: as `predict` does.
        """
        given = tuple((key, repr(value)) for key, value in sorted(state.items())) if state else ()
        key = (device, as_of, given, standing, srv, findings)
        found = self._inquiries.get(key)
        if found is None:
            values = read_state(state or {}, self.lookup)
            known = self.circumstances(as_of=as_of, device=device, srv=srv, with_schemas=findings)
            found = Inquiry(known, values, read_standing(standing), self._shapes)
            if len(self._inquiries) >= _MOST_INQUIRIES:
                self._inquiries.clear()
            self._inquiries[key] = found
        return found

    def predict(
        self,
        request: bytes | str,
        *,
        device: str,
        as_of: dt.date | str,
        state: Mapping[str, object] | None = None,
        standing: str = Standing.PROPOSED,
        srv: str = "",
        name: str = "request",
        trace: bool = False,
        findings: bool = True,
    ) -> PredictionReport:
        """Predict how Device Models will answer a Service Request.

        Args:
            request: the DUIS Service Request, as XML bytes or text.
            device: a CPL key, whole (`ESME/1028/5678/0201/03465317`) or partial (`ESME/1028`).
            as_of: the day whose clauses count, as a date or ISO 8601 text.
            state: what is known of the Device's state, by declared name (`billing_log.entries_in_period`).
            standing: the lowest standing to listen to: observed, proposed or designated.
            srv: the SRV, where only the body element is given.
            name: what to call the request in findings.
            trace: whether to say of every claim considered how each step went.
            findings: whether to check the request as well, as `check` does.

        Returns:
            One prediction for each Device Model that the key stands for.

        Raises:
            InputError: the request cannot be used; `finding` says where and why.
            UsageError: an unknown device, state name, standing, or a value of the wrong type.
        """
        message = Message(name, in_bytes(request))
        if not trace:
            inquiry = self.inquiry(
                device=device, as_of=as_of, state=state, standing=standing, srv=srv, findings=findings
            )
            return inquiry.predict_and_check(message) if findings else inquiry.predict(message)
        lowest, values = read_standing(standing), read_state(state or {}, self.lookup)
        known = self.circumstances(as_of=as_of, device=device, srv=srv, with_schemas=findings)
        opened = open_request(message, known)
        report = predict(
            predictable(opened, known).request,
            known.devices,
            self.lookup,
            as_of=known.as_of,
            state=values,
            lowest_standing=lowest,
            traced=True,
        )
        return msgspec.structs.replace(report, findings=examine(opened, known).findings) if findings else report

    def check(
        self,
        request: bytes | str,
        *,
        as_of: dt.date | str,
        device: str = "",
        role: str = "",
        srv: str = "",
        name: str = "request",
    ) -> CheckReport:
        """Check a Service Request against its schema and what the schema does not hold it to.

        Args:
            request: the DUIS Service Request, or its body element alone, as bytes or text.
            as_of: the day on which it is sent, as a date or ISO 8601 text.
            device: a CPL key, whole or partial, of the Device that it goes to; left out, no rule asks about a Device.
            role: the User Role of the sender, for example `IS`; left out, no rule asks about it.
            srv: the SRV, where only the body element is given.
            name: what to call the request in findings.

        Returns:
            The findings, and the codes of the rules that were asked. What cannot be read as a request is a finding too.

        Raises:
            UsageError: an unknown device, role or SRV, or a text that is no day.
        """
        return self.check_all([Message(name, in_bytes(request))], as_of=as_of, device=device, role=role, srv=srv)

    def check_all(
        self,
        messages: Iterable[Message | Unread],
        *,
        as_of: dt.date | str,
        device: str = "",
        role: str = "",
        srv: str = "",
    ) -> CheckReport:
        """Check several Service Requests, each by itself and all of them as one batch; arguments as for `check`."""
        from s1sr_validator.inspection import inspect_requests

        known = self.circumstances(as_of=as_of, device=device, role=role, srv=srv)
        return inspect_requests(open_messages(messages, known), known, device=device)

    def verdict(
        self,
        request: bytes | str,
        answers: Iterable[bytes | str],
        *,
        device: str,
        as_of: dt.date | str,
        state: Mapping[str, object] | None = None,
        standing: str = Standing.PROPOSED,
        role: str = "",
        srv: str = "",
    ) -> "ExchangeReport":
        """Hold what came back for a Service Request against what was predicted.

        Args:
            request: the request that was sent, as for `check`.
            answers: everything that came back for it: acknowledgement, response, alerts, in any order.
            device: a CPL key, whole or partial, of the Device that it went to.
            as_of: the day whose clauses count, as a date or ISO 8601 text.
            state: what is known of the Device's state, by declared name.
            standing: the lowest standing to listen to: observed, proposed or designated.
            role: the User Role of the sender.
            srv: the SRV, where only the body element of the request is given.

        Returns:
            The verdict, the behaviours that bear on it, the findings, and what was and was not looked at.

        Raises:
            InputError: the request cannot be used, or no answer can be read.
            UsageError: an unknown device, role, SRV, standing or state, or a text that is no day.
        """
        from s1sr_validator.inspection import judge_exchange

        lowest, values = read_standing(standing), read_state(state or {}, self.lookup)
        named = [Message("request", in_bytes(request))]
        named += [Message(f"answer {number}", in_bytes(text)) for number, text in enumerate(answers, start=1)]
        known = self.circumstances(as_of=as_of, device=device, role=role, srv=srv)
        opened = open_messages(named, known)
        return judge_exchange(
            opened,
            known,
            state=values,
            lowest_standing=lowest,
            device=device,
        )

    def simulate(
        self,
        request: bytes | str,
        *,
        device: str,
        as_of: dt.date | str,
        state: Mapping[str, object] | None = None,
        standing: str = Standing.PROPOSED,
        outcome: str = "",
        seed: int = 0,
        rich: bool = False,
    ) -> str:
        """Return the message that would come back for a Service Request, as XML.

        Args:
            request: the request, as for `predict`.
            device: a CPL key that stands for one Device Model.
            as_of: the day on which the message comes.
            state: what is known of the Device's state, by declared name.
            standing: the lowest standing to listen to.
            outcome: `baseline` or `deviation`; left out, it is what is predicted.
            seed: the same seed gives the same message.
            rich: whether to fill optional parts and several entries.

        Raises:
            InputError: the request cannot be used.
            UsageError: several Device Models, an outcome that nothing settles, or a message of unknown form.
        """
        from s1sr_validator.messages.answer_xml import answer_xml
        from s1sr_validator.rehearsal import Staging, rehearse

        known = self.circumstances(as_of=as_of, device=device, with_schemas=False)
        tree = rehearse(
            Message("request", in_bytes(request)),
            known,
            state=read_state(state or {}, self.lookup),
            lowest_standing=read_standing(standing),
            staging=Staging(outcome=outcome, seed=seed, rich=rich),
        )
        return answer_xml(tree)
