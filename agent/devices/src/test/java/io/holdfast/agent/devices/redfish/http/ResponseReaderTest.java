package io.holdfast.agent.devices.redfish.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseReaderTest {

    private static final int MOST = 1_000;
    private static final long SEED = 5_318_008;

    private static ResponseReader reader(byte[] bytes) {
        return new ResponseReader(new ByteArrayInputStream(bytes), MOST);
    }

    private static String read(String text) throws IOException {
        ResponseReader reader = reader(text.getBytes(StandardCharsets.ISO_8859_1));
        ResponseReader.Head head = reader.head();
        return head.status() + " " + new String(reader.body(head), StandardCharsets.UTF_8);
    }

    @Test
    void bodiesOfEveryFramingAreRead() throws IOException {
        assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}rest")).isEqualTo("200 {}");
        String chunks = "1;x=y\r\n{\r\n1\r\n}\r\n0\r\nA: b\r\n\r\n";
        assertThat(read("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n" + chunks))
                .isEqualTo("200 {}");
        assertThat(read("HTTP/1.0 200 OK\r\n\r\n{}")).isEqualTo("200 {}");
        assertThat(read("HTTP/1.1 204 x\r\n\r\n")).isEqualTo("204 ");
        assertThat(read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 x\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo("201 ");
    }

    @Test
    void gzipThatNobodyAskedForIsReadAllTheSame() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(
                ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                                + bytes.size()
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        whole.write(bytes.toByteArray());
        ResponseReader reader = reader(whole.toByteArray());

        assertThat(reader.body(reader.head())).asString().isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-dropbear\r\n",
                "HTTP/1.1 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: br\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"
            })
    void whatIsNoGoodAnswerHasAReason(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(HttpTrouble.class);
    }

    @Test
    void endlessHeadersEnd() {
        String interim = "HTTP/1.1 100 x\r\n\r\n".repeat(ResponseReader.MOST_INTERIM + 1);
        assertThatThrownBy(() -> read(interim)).hasMessageContaining("interim");
        String line = "x".repeat(ResponseReader.LONGEST_LINE + 1);
        assertThatThrownBy(() -> read(line)).hasMessageContaining("lines of at most");
        String many = "A: b\r\n".repeat(ResponseReader.MOST_HEADERS + 1);
        assertThatThrownBy(() -> read("HTTP/1.1 200 x\r\n" + many)).hasMessageContaining("headers");
    }

    @Test
    void anyBytesAreAnAnswerOrAReason() {
        Random random = new Random(SEED);
        byte[] good =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 5_000; i++) {
            byte[] bad = good.clone();
            for (int hit = 0; hit <= random.nextInt(6); hit++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                ResponseReader reader = reader(bad);
                reader.body(reader.head());
            } catch (IOException e) {
                assertThat(e).as("seed %s, round %s", SEED, i).isInstanceOf(HttpTrouble.class);
            }
        }
    }
}
