#!/usr/bin/env python3
"""Known answers for IPMI's key exchange and packets, computed from the specification's formulas (IPMI 2.0, 13.28 to 13.32)
with Python's hmac and the openssl command, without any code of ours: vectors.py > vectors.properties"""
import hashlib
import hmac
import struct
import subprocess

USER, PASSWORD = b"monitor", b"pass-Word 1!"
ROLE = 0x14
CONSOLE_ID, BMC_ID = 0xA0A1A2A3, 0x02000100
CONSOLE_RANDOM = bytes(range(0x10, 0x20))
BMC_RANDOM = bytes(range(0x80, 0x90))
GUID = bytes.fromhex("a123456789abcdefa123456789abcdef")
VECTOR = bytes(range(0xC0, 0xD0))
SEQUENCE = 5
MESSAGE = bytes.fromhex("2018c8810801 76".replace(" ", ""))  # Get Device ID, message number 2


def main():
    for suite, digest, check, trailer in ((3, hashlib.sha1, 12, 12), (17, hashlib.sha256, 16, 16)):
        def mac(key, data):
            return hmac.new(key, data, digest).digest()
        key = PASSWORD.ljust(20, b"\0")
        tail = bytes([ROLE, len(USER)]) + USER
        ids = struct.pack("<II", CONSOLE_ID, BMC_ID)
        sik = mac(key, CONSOLE_RANDOM + BMC_RANDOM + tail)
        k1, k2 = mac(sik, b"\x01" * 20), mac(sik, b"\x02" * 20)
        pad = (16 - (len(MESSAGE) + 1) % 16) % 16
        plain = MESSAGE + bytes(range(1, pad + 1)) + bytes([pad])
        secret = subprocess.run(["openssl", "enc", "-aes-128-cbc", "-nopad", "-K", k2[:16].hex(), "-iv", VECTOR.hex()],
                                input=plain, capture_output=True, check=True).stdout
        payload = VECTOR + secret
        body = b"\x06\xc0" + struct.pack("<IIH", BMC_ID, SEQUENCE, len(payload)) + payload
        fill = (4 - (len(body) + 2) % 4) % 4
        body += b"\xff" * fill + bytes([fill, 7])
        rows = {
            "rakp2": mac(key, ids + CONSOLE_RANDOM + BMC_RANDOM + GUID + tail),
            "rakp3": mac(key, BMC_RANDOM + struct.pack("<I", CONSOLE_ID) + tail),
            "sik": sik,
            "rakp4": mac(sik, CONSOLE_RANDOM + struct.pack("<I", BMC_ID) + GUID)[:check],
            "k1": k1,
            "k2": k2,
            "packet": b"\x06\x00\xff\x07" + body + mac(k1, body)[:trailer],
        }
        for name, value in rows.items():
            print(f"{suite}.{name}={value.hex()}")


main()
