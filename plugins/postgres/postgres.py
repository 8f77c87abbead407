#!/usr/bin/env python3
"""A plugin of runbook: SQL on PostgreSQL over psql. The protocol is in docs/plugin-protocol.md.

Credentials and values reach psql by its environment, never by its arguments, and psql itself puts values in, as
literals. What is sent to it is read here first, so that no statement hides behind another one.
"""

import json
import os
import re
import signal
import subprocess
import sys
import threading

MARK = "runbook-is-connected"
HOLE = re.compile(r"\$\{([a-z][a-z0-9_]*(?:\.[A-Za-z0-9_-]+|\[[0-9]+\])*)\}")
VARIABLE = re.compile(r""":['"{A-Za-z_]""")
WORD = re.compile(r"[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*")
QUOTE = re.compile(r"""[eE]'|'|\"""")
REST = {"'": re.compile(r"(?:[^']|'')*'"), '"': re.compile(r'(?:[^"]|"")*"')}
REST_WITH_ESCAPES = re.compile(r"(?:[^'\\]|''|\\.)*'", re.S)
DOLLAR_QUOTE = re.compile(r"\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$")
# Functions that act although their transaction only reads: what they do is not a change of a table.
ACTING = re.compile(
    r"lowrite|lo_(?:creat|create|unlink|import|export|from_bytea|put|truncate(?:64)?)|dblink.*"
    r"|gin_clean_pending_list|brin_(?:de)?summarize_.*|heap_force_(?:kill|freeze)|autoprewarm_.*"
    r"|http|http_(?:post|put|patch|delete)|query_export_to_s3|table_import_from_s3|pg_truncate_visibility_map"
    r"|pg_(?:clear|restore|set)_(?:relation|attribute|extended)_stats"
    r"|pg_(?:terminate_backend|cancel_backend|stat_(?:statements_)?reset.*|stat_clear_snapshot|switch_wal|switch_xlog"
    r"|reload_conf|rotate_logfile|(?:try_)?advisory_.*|notify|backup_(?:start|stop)|start_backup|stop_backup|create_.*"
    r"|drop_replication_slot|copy_.*_slot|logical_emit_message|logical_slot_get.*|replication_slot_advance"
    r"|replication_origin_.*|promote|wal_replay_(?:pause|resume)|xlog_replay_(?:pause|resume)|file_(?:write|unlink|rename"
    r"|sync)|import_system_collations|log_.*|sync_replication_slots)")
# Functions that execute a text as SQL: nobody sees which functions it calls. `ts_rewrite` does so with two arguments.
EXECUTING = re.compile(
    r"(?:query|cursor|table|schema|database)_to_xml(?:schema|_and_xmlschema)?|ts_stat|xpath_table|connectby"
    r"|crosstab(?:[0-9]|n|_hash)?|run_command_on_.*|pg_background_launch|plpgsql_check_.*")
QUERIES = ("select", "with", "values", "table")
# Errors that no waiting repairs: mistakes in the statement (class 42), a text that is not of its type, and what is not
# a read. What does not exist yet is told by VERDICTS.
LASTING = re.compile(r"42...|22P02|25001|25006|0A000")


class Refused(Exception):
    """What cannot be done, with the reason for people; nothing was sent."""


def say(outcome, **members):
    print(json.dumps({"type": "outcome", "outcome": outcome, **members}), flush=True)


class Script:
    """The statements of a block, read as PostgreSQL and psql read them, with `${name}` as psql variables."""

    def __init__(self, text):
        self.statements = [""]
        self.holes = []
        # Names, and signs outside quotes: what calls a function, without white space and comments.
        self.tokens = []
        self.has_escaped_name = False
        position = 0
        while position < len(text):
            position = self.read(text, position)
        self.statements = [statement.strip() for statement in self.statements if statement.strip()]
        if not self.statements:
            raise Refused("the block contains no statement")

    def read(self, text, start):
        """Reads the next piece, and says where it ends."""
        if text.startswith("$${", start):
            raise Refused("`$${` has no meaning in SQL")
        hole = HOLE.match(text, start)
        if hole:
            if hole[1] not in self.holes:
                self.holes.append(hole[1])
            self.statements[-1] += f":'v{self.holes.index(hole[1])}'"
            self.tokens.append(("literal", ""))
            return hole.end()
        end = self.end_of_quote(text, start)
        if end > start:
            if HOLE.search(text[start:end]):
                raise Refused("`${name}` is inside quotes or a comment: write it without quotes, it becomes a literal")
            if text[start] == '"':
                self.tokens.append(("name", text[start + 1 : end - 1].replace('""', '"')))
                self.has_escaped_name |= bool(re.search(r"(?:^|\W)[uU]&$", text[max(0, start - 3) : start]))
            elif not text.startswith(("--", "/*"), start):
                self.tokens.append(("literal", ""))
            self.statements[-1] += text[start:end]
            return end
        if text[start] == ";":
            self.statements.append("")
            return start + 1
        if text[start] == "\\":
            raise Refused("a backslash outside quotes is a command of psql, which is not allowed")
        if VARIABLE.match(text, start) and text[start - 1 : start] != ":":
            raise Refused("`:name` is a variable of psql: write `${name}`")
        word = WORD.match(text, start)
        piece = word[0] if word else text[start]
        if not piece.isspace():
            self.tokens.append(("word", piece.lower()) if word else ("sign", piece))
        self.statements[-1] += piece
        return start + len(piece)

    def has_word(self, word):
        return ("word", word) in self.tokens

    def calls(self):
        """Each name that a parenthesis follows, and how many arguments stand in it."""
        for index, (kind, name) in enumerate(self.tokens[:-1]):
            # `as name (column, ...)` names the columns of a source of rows.
            is_alias = index > 0 and self.tokens[index - 1] == ("word", "as")
            if kind in ("word", "name") and self.tokens[index + 1] == ("sign", "(") and not is_alias:
                yield name, self.arguments(index + 2)

    def arguments(self, start):
        depth, commas = 0, 0
        for kind, sign in self.tokens[start:]:
            if kind != "sign":
                continue
            if sign in "([":
                depth += 1
            elif sign in ")]":
                if depth == 0:
                    break
                depth -= 1
            elif sign == "," and depth == 0:
                commas += 1
        return commas + 1

    def check_read(self):
        """Refuses what is not a query, and what acts although its transaction only reads."""
        if self.has_escaped_name:
            raise Refused('a name with escapes (`U&"..."`) is not allowed in a read: write the name without escapes')
        for name, count in self.calls():
            if ACTING.fullmatch(name):
                raise Refused(f"`{name}` acts, also in a transaction that only reads: use it in a `run`")
            if EXECUTING.fullmatch(name) or (name == "ts_rewrite" and count == 2):
                raise Refused(f"`{name}` executes a text, and what the text does is not known: write the query itself")
        first = next((token for token in self.tokens if token != ("sign", "(")), ("sign", ""))
        if first[0] != "word" or first[1] not in QUERIES:
            raise Refused("a read is one query: it begins with `select`, `with`, `values` or `table`")

    def end_of_quote(self, text, start):
        """Where a literal, name in quotes or comment ends that begins here; `start` where none does."""
        before = text[start - 1 : start]
        if text.startswith("--", start):
            end = text.find("\n", start)
            return len(text) if end < 0 else end + 1
        if text.startswith("/*", start):
            return self.end_of_comment(text, start)
        opened = QUOTE.match(text, start)
        if opened and not (len(opened[0]) == 2 and re.match(r"\w", before)):
            match = REST.get(opened[0], REST_WITH_ESCAPES).match(text, opened.end())
            if not match:
                raise Refused("a quote is not closed")
            return match.end()
        dollar = DOLLAR_QUOTE.match(text, start)
        if dollar and not re.match(r"[\w$]", before):
            end = text.find(dollar[0], dollar.end())
            if end < 0:
                raise Refused(f"the quote {dollar[0]} is not closed")
            return end + len(dollar[0])
        return start

    def end_of_comment(self, text, start):
        depth, position = 0, start
        while position < len(text):
            if text.startswith("/*", position):
                depth, position = depth + 1, position + 2
            elif text.startswith("*/", position):
                depth, position = depth - 1, position + 2
                if depth == 0:
                    return position
            else:
                position += 1
        raise Refused("a comment is not closed")

    def single(self, why):
        if len(self.statements) > 1:
            raise Refused(f"{why} must be one statement, but this block has {len(self.statements)}")
        return self.statements[0]


def rows(statement):
    """A statement whose rows come as one JSON array; a comment at its end must not swallow what follows."""
    return f"select coalesce(json_agg(row_to_json(r)), '[]') from (\n{statement}\n) as r;"


def commands(script, action):
    """What psql is told, and whether it answers with rows."""
    if action["effect"] == "read":
        query = script.single("a read")
        script.check_read()
        return ["begin transaction read only;", rows(query), "commit;"], True
    if not action["keys"]["transaction"]:
        return [r"\set QUIET off", script.single("what is not a transaction") + "\n;"], False
    if script.has_word("returning") and len(script.statements) == 1:
        wrapped = f"with w as (\n{script.statements[0]}\n) select coalesce(json_agg(row_to_json(w)), '[]') from w;"
        return ["begin;", wrapped, "commit;"], True
    told = [statement + "\n;" for statement in script.statements]
    return ["begin;", r"\set QUIET off", *told, r"\set QUIET on", "commit;"], False


def text_of(value):
    """A value as a literal has it; PostgreSQL gives it the type that its place asks for."""
    return value if isinstance(value, str) else json.dumps(value)


def environment(target, is_read, values, seconds):
    settings = {**target["properties"], **target["settings"]}
    variables = {
        "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
        "PGHOST": settings["host"], "PGPORT": str(settings.get("port", 5432)), "PGDATABASE": settings["database"],
        "PGUSER": settings["user"], "PGAPPNAME": "runbook", "PGPASSFILE": "/dev/null",
        "PGCLIENTENCODING": "UTF8", "PGCONNECT_TIMEOUT": str(max(2, seconds)),
    }
    if "password" in target["secrets"]:
        variables["PGPASSWORD"] = target["secrets"]["password"]
    for name in ("sslmode", "sslrootcert"):
        if name in settings:
            variables["PG" + name.upper()] = settings[name]
    if is_read:
        variables["PGOPTIONS"] = "-c default_transaction_read_only=on"
    for index, value in enumerate(values):
        if "\0" in value:
            raise Refused("PostgreSQL does not allow the character U+0000 in a text")
        variables[f"RUNBOOK_V{index}"] = value
    return variables


def psql(told, target, is_read, values, timeout_ms):
    """Runs psql to its end: exit code, what was written after it was connected (None: it never was), errors."""
    lines = [r"\set ON_ERROR_STOP on", r"\set VERBOSITY verbose", rf"\echo {MARK}"]
    lines += [rf"\getenv v{index} RUNBOOK_V{index}" for index in range(len(values))]
    lines += ["set standard_conforming_strings = on;", *told]
    child = subprocess.Popen(
        ["psql", "--no-psqlrc", "--quiet", "--no-password", "--tuples-only", "--no-align"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env=environment(target, is_read, values, timeout_ms // 1000))
    # Standard input stays open while the host lives.
    threading.Thread(target=lambda: (os.read(0, 1), child.kill()), daemon=True).start()
    output, errors = child.communicate("\n".join(lines) + "\n")
    connected = output.startswith(MARK)
    return child.returncode, output[len(MARK) :].strip() if connected else None, errors.strip()


def first_error(errors):
    """The SQLSTATE and the message of what went wrong, without where in the server's source."""
    match = re.search(r"(?:ERROR|FATAL|PANIC): +([0-9A-Z]{5}): (.*)", errors)
    if match:
        return match[1], match[2]
    words = " ".join(errors.split())
    return None, words.removeprefix("psql: error: ") or "psql printed no reason"


PERMANENT = ("authentication failed", "no pg_hba.conf entry", "does not exist", "no password supplied",
             "not permitted to log in", "invalid sslmode", "permission denied for database")
VERDICTS = {"42501": "denied", "42P01": "missing", "3F000": "missing", "42704": "missing"}


def is_lasting(state, message):
    """Whether the same statement would always get this error."""
    if state in VERDICTS:
        # A table of a slip, such as `a.id` where no table is named `a`, has the state of one that does not exist yet.
        return "FROM-clause entry" in message
    return bool(LASTING.fullmatch(state))


def judge(status, output, errors, has_rows):
    state, message = first_error(errors)
    if output is None:
        say("refused", reason=message, permanent=any(words in message for words in PERMANENT))
    elif status == 0:
        # The rows stay as PostgreSQL wrote them, so that numbers keep all their digits.
        body = output.replace("\n", " ") if has_rows else json.dumps({"commands": output.splitlines()})
        print('{"type":"outcome","outcome":"answered","verdict":"success","body":%s}' % body, flush=True)
    elif status == 3 and state and state.startswith("40"):
        # A transaction that lost against another one was rolled back whole.
        say("refused", reason=f"{state}: {message}")
    elif status == 3 and state and not state.startswith(("57P", "08")):
        text = f"{state}: {message}"
        say("answered", verdict=VERDICTS.get(state, "rejected"), body={"sqlstate": state, "message": message},
            text=text, reason=text, lasting=is_lasting(state, message))
    else:
        say("unknown", reason=f"the connection was lost: {message}")


def perform(request):
    action, target = request["action"], request["target"]
    script = Script(action["body"])
    told, has_rows = commands(script, action)
    values = [text_of(action["values"][name]) for name in script.holes]
    judge(*psql(told, target, action["effect"] == "read", values, request["timeout_ms"]), has_rows)


def version_problem(target, version):
    wanted = target["requirements"].get("version")
    if wanted is None:
        return []
    for part in str(wanted).split(","):
        match = re.fullmatch(r"(>=|<=|>|<|=)?(\d+)(?:\.\d+)*", part.replace(" ", ""))
        if not match:
            return [{"message": f"`{wanted}` is not a valid requirement of a version", "help": 'write `version: ">=14"`'}]
        have, want, sign = int(version.split(".")[0]), int(match[2]), match[1] or "="
        fits = {">=": have >= want, "<=": have <= want, ">": have > want, "<": have < want, "=": have == want}
        if not fits[sign]:
            return [{"message": f"it is PostgreSQL {version}, but the runbook requires {wanted}",
                     "help": "use another target, or another runbook"}]
    return []


def examine(request):
    target = request["target"]
    query = ("select current_setting('server_version') as version, current_database() as database,"
             " (select system_identifier::text from pg_control_system()) as system")
    told = ["begin transaction read only;", rows(query), "commit;"]
    status, output, errors = psql(told, target, True, [], request["timeout_ms"])
    if output is None or status != 0:
        _, message = first_error(errors)
        say("examined", problems=[{"message": message, "help": "look at the target in the environment file"}])
        return
    row = json.loads(output)[0]
    version = row["version"].split(" ")[0]
    say("examined", identity=f"{row['system']}/{row['database']}", product=f"PostgreSQL {version}",
        problems=version_problem(target, version))


def main():
    signal.signal(signal.SIGTERM, lambda *_: os._exit(143))
    try:
        request = json.loads(sys.stdin.readline())
        call = {"perform": perform, "examine": examine}[request["call"]]
        if request["protocol"] != 1:
            raise ValueError("protocol")
    except (ValueError, KeyError, TypeError):
        print("this is a plugin of runbook: it speaks protocol 1, perform and examine", file=sys.stderr)
        return 64
    try:
        call(request)
    except Refused as refused:
        say("refused", reason=str(refused), permanent=True)
    except FileNotFoundError:
        say("refused", reason="psql is not installed (Debian: postgresql-client)", permanent=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
