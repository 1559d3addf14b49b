package io.holdfast.agent.devices.redfish.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkTest {

    @ParameterizedTest
    @CsvSource({
        "/redfish/v1/, /redfish/v1",
        "/redfish/v1/Chassis/1/Power#/PowerSupplies/0, /redfish/v1/Chassis/1/Power#/PowerSupplies/0",
        "/redfish/v1/Chassis/1/Power#PowerSupplies/0, /redfish/v1/Chassis/1/Power#/PowerSupplies/0",
        "/redfish/v1/Fans/0x17%7C%7CFan.1, /redfish/v1/Fans/0x17%7C%7CFan.1",
        "/redfish/v1/X?$skip=2, /redfish/v1/X?$skip=2"
    })
    void linksOfTheServiceAreTaken(String text, String meant) {
        assertThat(Link.parse(text)).map(Link::toString).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "redfish/v1",
                "//elsewhere/redfish",
                "https://elsewhere/redfish",
                "/redfish/v1/a b",
                "/redfish/v1/\r\nX: y",
                "/redfish/../etc",
                "/\u00e9"
            })
    void anythingElseIsNotFollowed(String text) {
        assertThat(Link.parse(text)).isEmpty();
        assertThat(Link.parse("/" + "x".repeat(Link.LONGEST))).isEmpty();
    }
}
