"""Payload encryption, as the servers have it."""

import base64
from typing import cast

import pytest
from orkestra import OrkestraPlugin
from orkestra.codec import EncryptionCodec
from temporalio.api.common.v1 import Payload
from temporalio.client import ClientConfig
from temporalio.converter import DataConverter

OLD, NEW = (base64.b64encode(bytes([number]) * 32).decode() for number in (1, 2))
PLAIN = Payload(metadata={"encoding": b"json/plain"}, data=b'"secret"')
# Made by the codec of the SDK for TypeScript with the key OLD.
FOREIGN = "ChwKCGVuY29kaW5nEhBiaW5hcnkvZW5jcnlwdGVkCh0KEWVuY3J5cHRpb24ta2V5LWlkEgg3MmNkNmU4NBI+FG0RLbOyCFEfRC+Cff0slbg0qftdiFyLFLIILS79YWDoJQxHTJevxxxbjriKEdGQiSrNc8VToIa1RasOuwk="  # noqa: E501


async def test_encrypts_with_the_first_key_and_decrypts_with_all() -> None:
    (sealed,) = await EncryptionCodec([OLD]).encode([PLAIN])
    assert b"secret" not in sealed.SerializeToString()
    assert await EncryptionCodec([NEW, OLD]).decode([sealed, PLAIN]) == [PLAIN, PLAIN]
    with pytest.raises(ValueError, match="does not name"):
        await EncryptionCodec([NEW]).decode([sealed])
    sealed.data = sealed.data[:-1] + bytes([sealed.data[-1] ^ 1])
    with pytest.raises(ValueError, match="changed"):
        await EncryptionCodec([OLD]).decode([sealed])


async def test_reads_what_the_servers_have_encrypted() -> None:
    sealed = Payload.FromString(base64.b64decode(FOREIGN))
    assert await EncryptionCodec([OLD]).decode([sealed]) == [PLAIN]


def test_is_on_where_the_settings_say_so_and_needs_a_key() -> None:
    on = {"TEMPORAL_CODEC": "on", "TEMPORAL_CODEC_KEY": f"{NEW}, {OLD}"}
    assert isinstance(_converter_of(OrkestraPlugin(on)).payload_codec, EncryptionCodec)
    assert _converter_of(OrkestraPlugin({})).payload_codec is None
    with pytest.raises(ValueError, match="32 bytes"):
        OrkestraPlugin({"TEMPORAL_CODEC": "on"})


def _converter_of(plugin: OrkestraPlugin) -> DataConverter:
    config = cast(ClientConfig, {"data_converter": DataConverter.default})
    return plugin.configure_client(config)["data_converter"]
