package io.holdfast.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "    password: hunter2 # old|    password: ***",
                "password=hunter2|password= ***",
                "password-file: /etc/holdfast/mail.password|password-file: /etc/holdfast/mail.password",
                "token-env: HOLDFAST_TOKEN|token-env: HOLDFAST_TOKEN",
                "got hf1.k3Jd.abcdefghijk-_lmnop.00ff here|got hf1.k3Jd.*** here",
                "url: https://ping.example.net/uuid-of-mine|url: https://ping.example.net/***",
                "at https://op:secret@host.example/path|at https://host.example/***",
                "2026-11-24T19:27:30Z h holdfast[7]: login with password=hunter2 failed|2026-11-24T19:27:30Z h holdfast[7]: login with password= *** failed",
                "asked with community: public, twice|asked with community: ***, twice",
                "community: public|community: ***",
                "pdus: {community: public, use: read}|pdus: {community: ***, use: read}",
                "b: {user: u, password: x y}|b: {user: u, password: ***}",
                "b: {user: u, password-file: /etc/x}|b: {user: u, password-file: /etc/x}"
            })
    void secretsGoAndTheirPlacesStay(String before, String after) {
        assertThat(Redaction.of(before).strip()).isEqualTo(after.strip());
    }

    @Test
    void aPrivateKeyGoesWholeEvenIfItsEndIsCutOff() {
        String key = "x\n-----BEGIN EC PRIVATE KEY-----\nMIIBVgIBADANBg\nqwe";

        assertThat(Redaction.of(key)).isEqualTo("x\n***");
    }
}
