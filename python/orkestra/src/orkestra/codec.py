"""Encrypts every payload with AES-256-GCM, as the servers and the SDK for TypeScript do."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from temporalio.api.common.v1 import Payload
from temporalio.converter import PayloadCodec

_KEY_BYTES, _NONCE_BYTES = 32, 12
_ENCODING = b"binary/encrypted"
_KEY_ID = "encryption-key-id"


class EncryptionCodec(PayloadCodec):
    """The first key encrypts, all decrypt; what was written without encryption stays readable."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Takes keys of 32 bytes in base64.

        Raises:
            ValueError: there is none, or one has another length
        """
        decoded = [base64.b64decode(key) for key in keys]
        if not decoded or any(len(key) != _KEY_BYTES for key in decoded):
            raise ValueError("Payloads are encrypted with keys of 32 bytes in base64: openssl rand -base64 32")
        self._ciphers = {_id_of(key): AESGCM(key) for key in decoded}
        self._current = _id_of(decoded[0])

    async def encode(self, payloads: Sequence[Payload]) -> list[Payload]:
        """Encrypts."""
        return [self._encrypted(payload) for payload in payloads]

    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:
        """Decrypts what is encrypted.

        Raises:
            ValueError: a payload was changed, or its key is not there any more
        """
        return [self._decrypted(payload) for payload in payloads]

    def _encrypted(self, payload: Payload) -> Payload:
        nonce = os.urandom(_NONCE_BYTES)
        sealed = self._ciphers[self._current].encrypt(nonce, payload.SerializeToString(), None)
        metadata = {"encoding": _ENCODING, _KEY_ID: self._current.encode()}
        return Payload(metadata=metadata, data=nonce + sealed)

    def _decrypted(self, payload: Payload) -> Payload:
        if payload.metadata.get("encoding") != _ENCODING:
            return payload
        key_id = payload.metadata.get(_KEY_ID, b"").decode()
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise ValueError(
                f"A payload was encrypted with the key {key_id}, which TEMPORAL_CODEC_KEY does not name."
            )
        try:
            plain = cipher.decrypt(payload.data[:_NONCE_BYTES], payload.data[_NONCE_BYTES:], None)
        except InvalidTag:
            raise ValueError("An encrypted payload was changed, or its key is another one.") from None
        return Payload.FromString(plain)


def _id_of(key: bytes) -> str:
    return hashlib.sha256(key).hexdigest()[:8]
