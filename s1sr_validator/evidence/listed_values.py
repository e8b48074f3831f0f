"""Values that the schemas list for requests, envelopes and alerts. Source: DUIS and MMC XSD V5.4, W3C signatures.

Who writes one of them says nothing of himself. Those of response payloads come from the catalogue.
"""

_WORDS = """
A ABORT ACTION_DENIED AD ADE ADEF ADEG ADF ADG AEF AEG AF AG ALCSEvent ActivationFailure ActivationSuccess
ActivationSuccessful Active Add Alert B BD BDE BDEF BDF BEF BF C CAD CALIBRATION_ERROR CD CDE CDEF CDF CEF CF
Cancelled Cellular Central Command Commissioned Cradle DEFINED_OUT_OF_BAND DUPLICATE_EXISTS Decommissioned
DutyCycleUsageIsTooHigh Event Expired FAILURE FileTransferFailure FileTransferSuccess FirmwareImageDiscarded
GSMEEvent GSMEOTADistributionUnderway GSMESecurity HARDWARE_FAILURE HHTConnected Half-Yearly
HardwareVersionMismatch High Hot-shoe IHD INCONSISTENT INCONSISTENT_STARTUP_STATE INSUFFICIENT_SPACE
INVALID_DATA_TYPE INVALID_FIELD INVALID_IMAGE INVALID_SELECTOR INVALID_VALUE InstalledNotCommissioned
JoiningIsCurrentlyPermitted Low MALFORMED_COMMAND Medium NOT_AUTHORIZED NOT_FOUND NO_IMAGE_AVAILABLE North Other
Pending PowerEvent READ_ONLY REQUIRE_MORE_IMAGE RESERVED_FIELD_NOT_ZERO RESPONSE_CODE_NOT_KNOWN Recovered Remove
Response SMETS1 SOFTWARE_FAILURE SUCCESS ScanRequestAccepted Security South Suspended TIMEOUT Terraced
TooManyCommandsToday TooManyScansThisWeek TooManyScansToday UNREPORTABLE_ATTRIBUTE UNSUPPORTED_ATTRIBUTE
UNSUP_CLUSTER_COMMAND UNSUP_GENERAL_COMMAND UNSUP_MANUF_CLUSTER_COMMAND UNSUP_MANUF_GENERAL_COMMAND Unknown
UpdateRequested Virtual WAIT_FOR_DATA WRITE_ONLY Whitelisted Withdrawn data-block-number-invalid
data-block-unavailable hardware-fault long-action-aborted long-get-aborted long-set-aborted
no-long-action-in-progress no-long-get-in-progress no-long-set-in-progress object-class-inconsistent
object-unavailable object-undefined other-reason read-write-denied response-code-not-known
scope-of-access-violated temporary-failure type-unmatched
dlms encrypted gbcs plain request response zigbeeCiphered zigbeePlain
"""
_PHRASES = (
    "4G Central",
    "4G North",
    "4G South",
    "Aerial fault",
    "Basement or Cellar",
    "CHF Install - no SM WAN",
    "Damaged Connector",
    "Damaged case",
    "Deep indoors",
    "Detached / Semi Detached",
    "Digital Signature",
    "Environmental conditions exceeded",
    "Error Measurement Fault",
    "Error Metrology Firmware Verification Failure",
    "Error Non Volatile Memory",
    "Error Program Execution",
    "Error Program Storage",
    "Error RAM",
    "Error Unexpected Hardware Reset",
    "Error Watchdog",
    "Fault identified post installation",
    "Fault identified prior to installation",
    "High Rise Apartment (MDU > 5 floors)",
    "Illegal interference or missing seals",
    "Indoors on external wall",
    "Key Agreement",
    "LED Fault",
    "Lost or Stolen Hub",
    "Low Rise Apartment (MDU <= 5 floors)",
    "Manufacturing defect",
    "New CHF Install",
    "No Fault Return (SM WAN variant replacement requested by DCC)",
    "No Fault Return (dual supplier HAN variant replacement)",
    "No Fault Return (general)",
    "No Fault Return (non-dom opt out)",
    "Outside Premises",
    "Replacement CHF Install",
    "SM WAN Fault",
    "SMHAN Interface Fault",
    "Unspecified Smart Meter Operational Integrity Error",
)
_ALGORITHMS = """
http://www.w3.org/2000/09/xmldsig#dsa-sha1 http://www.w3.org/2000/09/xmldsig#enveloped-signature
http://www.w3.org/2000/09/xmldsig#hmac-sha1 http://www.w3.org/2000/09/xmldsig#rsa-sha1
http://www.w3.org/2000/09/xmldsig#sha1 http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256
http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384 http://www.w3.org/2001/04/xmldsig-more#rsa-sha256
http://www.w3.org/2001/04/xmlenc#sha256 http://www.w3.org/2001/04/xmlenc#sha512
http://www.w3.org/2001/10/xml-exc-c14n# http://www.w3.org/2006/12/xml-c14n11
http://www.w3.org/TR/2001/REC-xml-c14n-20010315
"""

WORDS = frozenset((*_WORDS.split(), *_PHRASES))
"""Values of enumerations."""

ALGORITHMS = frozenset(_ALGORITHMS.split())
"""Identifiers of algorithms that a signature may name."""
