#!/usr/bin/env python3
"""Checks a .tlog-proof without a line of Banshi: check_proof.py VERIFIER_KEY BODY PROOF.

VERIFIER_KEY is name+id+base64 as the log hands it out, BODY the file of the entry's bytes. The
hashes are computed here, the signature is checked by openssl. Says which check failed."""
import base64, hashlib, subprocess, sys, tempfile

def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()

def fail(check): sys.exit(f"refused: {check}")

name, key_id, key = sys.argv[1].split("+", 2)
key, body = base64.b64decode(key), open(sys.argv[2], "rb").read()
try:
    lines = open(sys.argv[3], "rb").read().decode().split("\n")
    if lines.pop(0) != "c2sp.org/tlog-proof@v1": fail("first line")
    index, end = lines[0].removeprefix("index "), lines.index("")
    proof = [base64.b64decode(line, validate=True) for line in lines[1:end]]
    origin, size, root, blank, *signatures = lines[end + 1:]
    if str(int(index)) != index or str(int(size)) != size or lines[0] == index: fail("numbers")
    index, size, root = int(index), int(size), base64.b64decode(root, validate=True)
except (ValueError, IndexError, UnicodeDecodeError): fail("form")
if origin != name or blank != "": fail("origin")

if not 0 <= index < size or any(len(step) != 32 for step in proof): fail("place")
place, last, found = index, size - 1, sha(b"\0", body)
for step in proof:
    if last == 0: fail("length of the proof")
    if place & 1 or place == last:
        found = sha(b"\1", step, found)
        while not place & 1 and place: place, last = place >> 1, last >> 1
    else: found = sha(b"\1", found, step)
    place, last = place >> 1, last >> 1
if last != 0: fail("length of the proof")
if found != root: fail("root")

if sha(name.encode(), b"\n", key)[:4].hex() != key_id or key[0] != 1: fail("key")
try:
    own = [base64.b64decode(line.split(" ")[2], validate=True) for line in signatures
           if line.startswith(f"\u2014 {name} ")]
except (ValueError, IndexError): fail("form of the signature")
own = [each for each in own if each[:4].hex() == key_id]
if len(own) != 1: fail("signature is missing")
with tempfile.TemporaryDirectory() as folder:
    for file, data in (("key", bytes.fromhex("302a300506032b6570032100") + key[1:]),
                       ("text", f"{origin}\n{size}\n{lines[end + 3]}\n".encode()),
                       ("signature", own[0][4:])):
        open(f"{folder}/{file}", "wb").write(data)
    if subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-rawin",
                       "-inkey", f"{folder}/key", "-in", f"{folder}/text",
                       "-sigfile", f"{folder}/signature"], capture_output=True).returncode != 0:
        fail("signature")
print(f"entry {index} is in {name} of {size} entries")
