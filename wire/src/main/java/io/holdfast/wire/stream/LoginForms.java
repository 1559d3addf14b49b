package io.holdfast.wire.stream;

/**
 * The words of {@code Duty.login_form}: a form that a version does not know must not read as open.
 */
final class LoginForms {

    static final String OPEN = "open";
    static final String COMMUNITY = "community";
    static final String SNMP_USER = "snmp-user";
    static final String PASSWORD = "password";

    private LoginForms() {}
}
