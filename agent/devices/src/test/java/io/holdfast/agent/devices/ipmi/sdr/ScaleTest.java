package io.holdfast.agent.devices.ipmi.sdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.holdfast.core.observation.Unit;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    private static final SensorUnit CELSIUS = SensorUnit.of(0, 1, 0);

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 8", "LN, 2.0794415", "LOG10, 0.90308999", "LOG2, 3", "E, 2980.957987",
        "EXP10, 1e8", "EXP2, 256", "RECIPROCAL, 0.125", "SQUARE, 64", "CUBE, 512",
        "SQUARE_ROOT, 2.8284271", "CUBE_ROOT, 2", "NON_LINEAR, 8"
    })
    void bendsAsTheSpecificationSays(Linearization bent, double expected) {
        assertThat(bent.apply(8)).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
    }

    @Test
    void multipliesAddsAndShifts() {
        // (12 x 20 + 5 x 10^1) x 10^-2
        Factors factors = new Factors(12, 5, 1, -2);
        assertThat(factors.convert(20, Linearization.LINEAR).orElseThrow())
                .isCloseTo(2.9, within(1e-12));
    }

    @Test
    void readsSignedNumbersOfBothKinds() {
        Factors one = new Factors(1, 0, 0, 0);
        assertThat(scale(Scale.Format.TWOS_COMPLEMENT, one).convert(0xc5)).hasValue(-59);
        assertThat(scale(Scale.Format.ONES_COMPLEMENT, one).convert(0xc4)).hasValue(-59);
        assertThat(scale(Scale.Format.UNSIGNED, one).convert(0xc5)).hasValue(197);
        assertThat(scale(Scale.Format.NONE, one).convert(0xc5)).isEmpty();
        assertThat(Factors.signed(0x3ff, 10)).isEqualTo(-1);
        assertThat(Factors.signed(0x1ff, 10)).isEqualTo(511);
        assertThat(Factors.signed(0x8, 4)).isEqualTo(-8);
    }

    @Test
    void hasNoNumberWhereTheFunctionHasNone() {
        Factors one = new Factors(1, 0, 0, 0);
        assertThat(one.convert(0, Linearization.RECIPROCAL)).isEqualTo(OptionalDouble.empty());
        assertThat(one.convert(0, Linearization.LN)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void unitsAreOurs() {
        assertThat(SensorUnit.of(0, 2, 0).ours(212)).isEqualTo(100);
        assertThat(SensorUnit.of(0, 3, 0).ours(273.15)).isEqualTo(0);
        assertThat(SensorUnit.of(1, 0, 0).unit()).contains(Unit.PERCENT);
        assertThat(SensorUnit.of(0, 18, 0).unit()).contains(Unit.RPM);
        assertThat(SensorUnit.of(0, 17, 0).unit()).isEmpty();
        assertThat(SensorUnit.of(2, 4, 5).symbol()).isEqualTo("V/A");
        assertThat(SensorUnit.of(4, 4, 5).symbol()).isEqualTo("V*A");
        assertThat(SensorUnit.of(0x18, 16, 0).symbol()).isEqualTo("N/s");
    }

    private static Scale scale(Scale.Format format, Factors factors) {
        return new Scale(format, Linearization.LINEAR, factors, CELSIUS);
    }
}
