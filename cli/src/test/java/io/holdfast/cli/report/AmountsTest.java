package io.holdfast.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "34,celsius,34 °C",
        "3.456,percent,3.46 %",
        "12.34,volt,12.3 V",
        "1234.5,rpm,1235 rpm",
        "0,per_second,0/s",
        "0.1,per_hour,0.1/h",
        "10000000000,bits_per_second,10 Gbit/s",
        "960197124096,bytes,960 GB",
        "1500,bytes,1.5 kB",
        "999,bytes,999 B",
        "9,seconds,9 s",
        "7200,seconds,2 h",
        "47,hours,47 h",
        "8760,hours,365 d",
        "100,count,100",
        "-5.5,celsius,-5.5 °C",
        "1,furlong,1 furlong"
    })
    void valuesAreShortAndKeepTheirUnit(double value, String unit, String shown) {
        assertThat(Amounts.value(value, unit)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0,0 s", "119,119 s", "120,2 min", "7199,119 min", "7200,2 h", "172800,2 d"})
    void agesAreToldInTheirLargestUnit(long seconds, String shown) {
        assertThat(Amounts.duration(seconds)).isEqualTo(shown);
    }
}
