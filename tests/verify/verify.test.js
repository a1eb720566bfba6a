/* global bindChecks -- of helpers/running/checks-environment.ts, by which Node has loaded all that is asked */
bindChecks({ test, afterAll });
