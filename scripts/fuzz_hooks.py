"""What schemathesis does before each call of the signed-in pass: half of the calls get a real token and real ids.

Random values alone would never pass the first check of a call, and what lies behind it would not be tried.
"""

import datetime
import json
import os
import unicodedata
import urllib.error
import urllib.request
from collections import Counter

import schemathesis
from schemathesis.core.parameters import ParameterLocation

BASE = os.environ["FUZZ_BASE"]
ORIGIN = os.environ["FUZZ_ORIGIN"]
PAYSLIPS = json.loads(os.environ["FUZZ_PAYSLIPS"])
DOCUMENTS = json.loads(os.environ["FUZZ_DOCUMENTS"])
KINDS = json.loads(os.environ["FUZZ_KINDS"])
EVENTS = json.loads(os.environ["FUZZ_EVENTS"])
CREDENTIALS = json.loads(os.environ["FUZZ_CREDENTIALS"])
COOKIE = os.environ["FUZZ_COOKIE"]
TOKEN = os.environ["FUZZ_TOKEN"]

turns = Counter()


def read(path):
    """The value of an answer, or None when it is refused."""
    request = urllib.request.Request(f"{BASE}{path}", headers={"Cookie": COOKIE})
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError:
        return None


LEAVE = [item["id"] for item in read("/leave/requests")["items"]]
LEAVE += [item["request"]["id"] for item in read("/leave/approvals")["items"]]
LEAVE_KINDS = [kind["id"] for kind in read("/leave/kinds")["items"]]
FOLDERS = [folder["id"] for folder in read("/mail/folders")["folders"]]
MAIL = [item for folder in FOLDERS for item in read(f"/mail/messages?folder={folder}")["items"] if item["draft"] is None]
# Those with files first: half of what is asked of a file then asks for one that is there.
MAIL = sorted(MAIL, key=lambda item: not item["has_attachments"])[:60]
HTML = [item for item in MAIL if read(f"/mail/messages/{item['id']}")["html"]] or MAIL


def of_mail(case, label, turn, path_fits):
    """Real messages, files, drafts and sendings for half of what fits the contract, made under a few keys where there are none yet."""
    fitting = all(fits(case, where) for where in ParameterLocation) and isinstance(case.body, dict)
    if path_fits and case.path.startswith("/mail/messages/{id}"):
        some = HTML if case.path.endswith("/body") else MAIL
        message = some[turn // 2 % len(some)]["id"]
        case.path_parameters = {"id": message}
        if "{attachment}" in case.path:
            files = (read(f"/mail/messages/{message}") or {}).get("attachments") or [{"id": "none"}]
            case.path_parameters["attachment"] = files[turn % len(files)]["id"]
    if path_fits and case.path == "/mail/outbox/{id}":
        made = read(f"/operations/fuzz-mail-sending-{turn // 2 % 5}")
        case.path_parameters = {"id": made["id"]} if made else case.path_parameters
    if path_fits and case.path == "/mail/drafts/{id}":
        made = read(f"/operations/fuzz-mail-draft-{turn // 2 % 5}")
        draft = read(f"/mail/drafts/{made['id']}") if made else None
        if draft:
            case.path_parameters = {"id": draft["id"]}
            if "If-Match" in case.headers and fits(case, ParameterLocation.HEADER) and turn % 4 == 1:
                case.headers["If-Match"] = f'"{draft["revision"]}"'
    if label in ("PATCH /mail/messages", "PATCH /mail/messages/{id}", "POST /mail/search") and fitting:
        case.body = {**case.body, "folder": FOLDERS[turn // 2 % len(FOLDERS)]}
        if "ids" in case.body:
            case.body["ids"] = [MAIL[(turn + number) % len(MAIL)]["id"] for number in range(turn % 5 + 1)]
    if label in ("POST /mail/messages", "POST /mail/drafts", "PUT /mail/drafts/{id}") and fitting:
        # To oneself, and of what a person types: the other half keeps what it has.
        to = [{"name": "", "address": f"{CREDENTIALS['username']}@ville.example"}]
        case.body = {**case.body, "to": to, "cc": [], "bcc": [], "subject": f"Essai {turn}", "attachments": [], "answers": None}
        if label == "POST /mail/messages":
            case.body["draft"] = None
            case.headers["Idempotency-Key"] = f"fuzz-mail-sending-{turn // 2 % 5}"
        if label == "POST /mail/drafts":
            case.headers["Idempotency-Key"] = f"fuzz-mail-draft-{turn // 2 % 5}"


def normalised(name):
    """The username that the backend takes that for (src/rules/credentials.rs), near enough."""
    letters = unicodedata.normalize("NFKD", name).split("@")[0].lower()
    return "".join(letter for letter in letters if unicodedata.category(letter)[0] not in "MZC")


def fits(case, where):
    """True unless that part of the case was made to break the contract: then it stays broken."""
    part = case.meta and case.meta.components.get(where)
    return part is None or part.mode.is_positive


def sign_in():
    """The cookie and the token of a session of its own."""
    request = urllib.request.Request(
        f"{BASE}/session",
        data=json.dumps(CREDENTIALS).encode(),
        headers={"Content-Type": "application/json", "Origin": ORIGIN},
    )
    with urllib.request.urlopen(request) as answer:
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        return cookie, json.load(answer)["csrf_token"]


def session_id(cookie):
    request = urllib.request.Request(f"{BASE}/sessions", headers={"Cookie": cookie})
    with urllib.request.urlopen(request) as answer:
        return next(item["id"] for item in json.load(answer)["items"] if item["current"])


@schemathesis.hook
def before_call(context, case, kwargs):
    label = f"{case.method.upper()} {case.path}"
    turns[label] += 1
    odd = turns[label] % 2 == 1
    case.headers["Origin"] = ORIGIN
    # The signed-in pass must outlive its own sign-outs: these end sessions opened for them.
    if label == "DELETE /session":
        cookie, token = sign_in()
    else:
        cookie, token = COOKIE, TOKEN
    case.headers["Cookie"] = cookie
    # A case that leaves the token out is left as it is.
    if odd and "X-CSRF-Token" in case.headers:
        case.headers["X-CSRF-Token"] = token
    # Values from answers come back in requests: tries on this very account would lock it.
    if label == "POST /session" and isinstance(case.body, dict):
        name = case.body.get("username")
        if isinstance(name, str) and normalised(name) == CREDENTIALS["username"]:
            case.body = {**case.body, "username": f"{CREDENTIALS['username']}.2"}
    path_fits = odd and fits(case, ParameterLocation.PATH)
    if path_fits and case.path.startswith("/payslips/{id}") and PAYSLIPS:
        case.path_parameters = {"id": PAYSLIPS[turns[label] // 2 % len(PAYSLIPS)]}
    if path_fits and case.path.startswith("/documents/{id}") and DOCUMENTS:
        case.path_parameters = {"id": DOCUMENTS[turns[label] // 2 % len(DOCUMENTS)]}
    if label == "POST /documents/requests":
        # Half of what fits the contract asks for something that is offered, under a few keys: some come again with another body.
        if odd and isinstance(case.body, dict) and all(fits(case, where) for where in ParameterLocation):
            case.body = {**case.body, "kind": KINDS[turns[label] // 2 % len(KINDS)]}
            case.headers["Idempotency-Key"] = f"fuzz-0123456789-{turns[label] // 2 % 7}"
    if path_fits and case.path.startswith("/leave/requests/{id}"):
        leave = LEAVE[turns[label] // 2 % len(LEAVE)]
        case.path_parameters = {"id": leave}
        # Half of what is changed is of the revision in force: what lies behind that is tried too.
        carries = "If-Match" in case.headers and fits(case, ParameterLocation.HEADER)
        found = read(f"/leave/requests/{leave}") if carries and turns[label] % 4 == 1 else None
        if found:
            case.headers["If-Match"] = f'"{found["revision"]}"'
    if label in ("POST /leave/preview", "POST /leave/requests") and odd:
        if isinstance(case.body, dict) and all(fits(case, where) for where in ParameterLocation):
            # A week within reach, another each time; the other half keeps its own days.
            first = datetime.date.today() + datetime.timedelta(days=turns[label] % 200)
            period = {"from": str(first), "from_noon": False, "to": str(first + datetime.timedelta(days=turns[label] % 5)), "to_noon": False}
            case.body = {**case.body, "kind": LEAVE_KINDS[turns[label] // 2 % len(LEAVE_KINDS)], "period": period}
            if label == "POST /leave/requests":
                case.body["attachment"] = None
                case.headers["Idempotency-Key"] = f"fuzz-leave-123456-{turns[label] // 2 % 40}"
    if odd and case.path.startswith("/mail/"):
        of_mail(case, label, turns[label], path_fits)
    if path_fits and label == "GET /operations/{key}":
        case.path_parameters = {"key": f"fuzz-0123456789-{turns[label] // 2 % 7}"}
    if path_fits and label == "POST /activity/{id}/report" and EVENTS:
        case.path_parameters = {"id": EVENTS[turns[label] // 2 % len(EVENTS)]}
    if path_fits and label == "DELETE /sessions/{id}":
        case.path_parameters = {"id": session_id(sign_in()[0])}
