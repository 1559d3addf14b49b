package io.holdfast.agent.devices.nut;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.survey.Survey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

/** An upsd that reads more UPSs than one look takes. */
class ManyUpsesTest {

    private static Survey lookAtUpsdOf(int upses) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread upsd = Thread.ofVirtual().start(() -> serve(server, upses));
            Survey survey =
                    new NutProbe(
                                    new HostId("ber1", "r12", "nut"),
                                    new NutTarget(
                                            "127.0.0.1", server.getLocalPort(), Optional.empty()),
                                    SocketFactory.getDefault(),
                                    InstantSource.system(),
                                    System::nanoTime,
                                    Duration.ofSeconds(20))
                            .look();
            upsd.join();
            return survey;
        }
    }

    private static void serve(ServerSocket server, int upses) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                socket.getOutputStream()
                        .write(answer(line, upses).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(String line, int upses) {
        if (line.equals("LIST UPS")) {
            return IntStream.rangeClosed(1, upses)
                    .mapToObj(i -> "UPS u" + i + " \"x\"\n")
                    .collect(Collectors.joining("", "BEGIN LIST UPS\n", "END LIST UPS\n"));
        }
        String name = line.substring(line.lastIndexOf(' ') + 1);
        return line.startsWith("LIST VAR ")
                ? "BEGIN %1$s\nVAR %2$s ups.status \"OL\"\nEND %1$s\n".formatted(line, name)
                : "OK Goodbye\n";
    }

    private static long upses(Survey survey) {
        return survey.components().stream().filter(c -> c.id().kind() == Kind.UPS).count();
    }

    @Test
    void allThatOneLookTakesAreSeen() throws Exception {
        Survey survey = lookAtUpsdOf(NutProbe.MOST_DEVICES);
        assertThat(upses(survey)).isEqualTo(NutProbe.MOST_DEVICES);
        assertThat(survey.unseen()).isEmpty();
        assertThat(survey.complete()).isTrue();
    }

    /** What was not asked has not gone. */
    @Test
    void theOthersAreToldAndNotTakenForGone() throws Exception {
        Survey survey = lookAtUpsdOf(NutProbe.MOST_DEVICES + 3);
        assertThat(upses(survey)).isEqualTo(NutProbe.MOST_DEVICES);
        assertThat(survey.complete()).isFalse();
        assertThat(survey.unseen())
                .singleElement()
                .satisfies(
                        unseen -> {
                            assertThat(unseen.target()).endsWith("3 UPSs more, u65 to u67");
                            assertThat(unseen.silence().remedy()).contains("--ups");
                        });
    }
}
