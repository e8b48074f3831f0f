"""The facts about an installation on its way onto the DCC network that rules look at by name."""

from s1sr_validator.model.vocabulary import STATE

COHORT_STATE = "installation.cohort"
"""Id of the state fact whose values are the ids of cohorts; `s1sr exclusion --cohort` fills it."""
COHORT = STATE + COHORT_STATE
ERROR_CODE = f"{STATE}installation.error_code"
"""The fact that `s1sr exclusion --error` fills."""
