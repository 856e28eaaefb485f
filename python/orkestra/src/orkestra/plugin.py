"""Makes a client and its workers of Temporal's Python SDK know Orkestra."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping

from temporalio.converter import DataConverter
from temporalio.plugin import SimplePlugin
from temporalio.worker import WorkflowRunner
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner

from .interceptor import OrkestraInterceptor


class OrkestraPlugin(SimplePlugin):
    """`Client.connect(…, plugins=[OrkestraPlugin()])` is all that a worker needs.

    It brings the interceptor, lets the sandbox share this package with the workflows, and encrypts what travels
    where `TEMPORAL_CODEC=on` says so, with the keys of `TEMPORAL_CODEC_KEY`, as the servers do.
    """

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        """Reads the codec's settings, of the process where none are given.

        Raises:
            ValueError: the codec is on, and there is no key
            ModuleNotFoundError: the codec is on, and `cryptography` is missing
        """
        self._environment = os.environ if environment is None else environment
        converter = self._encrypting(DataConverter.default)
        super().__init__(
            "orkestra",
            data_converter=self._encrypting if converter is not DataConverter.default else None,
            interceptors=[OrkestraInterceptor()],
            workflow_runner=_sharing,
        )

    def _encrypting(self, given: DataConverter | None) -> DataConverter:
        converter = given or DataConverter.default
        if self._environment.get("TEMPORAL_CODEC") != "on":
            return converter
        # Only here: without the codec nobody needs `cryptography`.
        from .codec import EncryptionCodec

        keys = [key.strip() for key in self._environment.get("TEMPORAL_CODEC_KEY", "").split(",")]
        return dataclasses.replace(converter, payload_codec=EncryptionCodec([key for key in keys if key]))


def _sharing(runner: WorkflowRunner | None) -> WorkflowRunner:
    given = runner or SandboxedWorkflowRunner()
    if not isinstance(given, SandboxedWorkflowRunner):
        return given
    return dataclasses.replace(given, restrictions=given.restrictions.with_passthrough_modules("orkestra"))
