"""Checks a receipt as others would: the signature by securesystemslib, the statement by in-toto-attestation.

Reads {"envelope": ..., "jwk": ...} from stdin and writes what the statement says.
"""

import base64
import json
import sys

from google.protobuf.json_format import ParseDict
from in_toto_attestation.v1.statement import Statement
import in_toto_attestation.v1.statement_pb2 as spb
from securesystemslib.dsse import Envelope
from securesystemslib.exceptions import UnverifiedSignatureError, VerificationError
from securesystemslib.signer import SSlibKey


def main() -> None:
    given = json.load(sys.stdin)
    jwk = given["jwk"]
    public = base64.urlsafe_b64decode(jwk["x"] + "=").hex()
    key = SSlibKey(jwk["kid"], "ed25519", "ed25519", {"public": public})
    envelope = Envelope.from_dict(given["envelope"])
    try:
        accepted = envelope.verify([key], 1)
    except (UnverifiedSignatureError, VerificationError) as error:
        print(json.dumps({"refused": str(error)}))
        return
    statement = json.loads(envelope.payload)
    Statement.copy_from_pb(ParseDict(statement, spb.Statement())).validate()
    print(
        json.dumps(
            {
                "keys": list(accepted.keys()),
                "payloadType": envelope.payload_type,
                "predicateType": statement["predicateType"],
                "subjects": [one["digest"]["sha256"] for one in statement["subject"]],
                "outcome": statement["predicate"]["outcome"],
            }
        )
    )


main()
