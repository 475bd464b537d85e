#!/usr/bin/python3
"""A mail server on 127.0.0.1 for the tests: plain, starttls or tls, with or without a login.

    mail_server.py FOLDER MODE [--login] [--say "550 no such mailbox"]

Prints its port, then each message that it took as one line of JSON, as Python's own parser reads
it. Ends when its standard input does.
"""
import argparse
import asyncio
import json
import ssl
import subprocess
import sys
from email import policy
from email.parser import BytesParser

from aiosmtpd.smtp import SMTP, AuthResult

LOGIN, PASSWORD = b"office", b"a secret of the office"


def certificate(folder):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost",
         "-keyout", f"{folder}/key.pem", "-out", f"{folder}/authority.pem"],
        check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/authority.pem", f"{folder}/key.pem")
    return context


def say(what):
    print(json.dumps(what), flush=True)


class Handler:
    def __init__(self, answer):
        self.answer = answer

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.answer:
            return self.answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = BytesParser(policy=policy.default).parsebytes(envelope.original_content)
        say({
            "encrypted": server.transport.get_extra_info("sslcontext") is not None,
            "login": session.auth_data or "",
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "subject": mail["Subject"],
            "id": mail["Message-ID"],
            "date": mail["Date"].datetime.isoformat(),
            "text": mail.get_body().get_content(),
            "files": [[one.get_filename(), one.get_content_type(), one.get_content().hex()]
                      for one in mail.iter_attachments()],
            "defects": [str(each) for part in mail.walk() for each in part.defects],
            "longest": max(map(len, envelope.original_content.split(b"\r\n"))),
        })
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    right = (data.login, data.password) == (LOGIN, PASSWORD)
    return AuthResult(success=right, handled=False, auth_data=mechanism)


async def serve(handler, context, options):
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, **options), "127.0.0.1", 0, ssl=context)
    say({"port": server.sockets[0].getsockname()[1]})
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


def main():
    read = argparse.ArgumentParser()
    read.add_argument("folder")
    read.add_argument("mode", choices=["plain", "starttls", "tls"])
    read.add_argument("--login", choices=["PLAIN", "LOGIN"])
    read.add_argument("--say")
    asked = read.parse_args()
    context = certificate(asked.folder) if asked.mode != "plain" else None
    options = {"hostname": "fake"}
    if asked.mode == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    if asked.login:
        other = "LOGIN" if asked.login == "PLAIN" else "PLAIN"
        options |= {"authenticator": authenticate, "auth_required": True,
                    "auth_require_tls": asked.mode == "starttls", "auth_exclude_mechanism": [other]}
    direct = context if asked.mode == "tls" else None
    asyncio.run(serve(Handler(asked.say), direct, options))


main()
