package io.holdfast.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {

    @Test
    void aBodyOfKnownLengthEndsThere() throws IOException {
        Response response = read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: y\r\n\r\nhello rest");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("x")).contains("y");
        assertThat(text(response)).isEqualTo("hello");
    }

    @Test
    void chunksAreJoinedAndTrailersReadOver() throws IOException {
        Response response =
                read(
                        lines(
                                "HTTP/1.1 200 OK",
                                "Transfer-Encoding: chunked",
                                "",
                                "5;x=y",
                                "hello",
                                "6",
                                " world",
                                "0",
                                "Trailer: z",
                                ""));

        assertThat(text(response)).isEqualTo("hello world");
    }

    @Test
    void aBodyWithoutLengthEndsWithTheConnection() throws IOException {
        assertThat(text(read("HTTP/1.1 200 OK\r\n\r\nall of it"))).isEqualTo("all of it");
    }

    @Test
    void noContentIsEmpty() throws IOException {
        assertThat(text(read("HTTP/1.1 204 No Content\r\n\r\nnot a body"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloX",
                "HTTP/1.1 200 OK\r\n"
            })
    void whatIsNoAnswerIsToldAsSuch(String bytes) {
        assertThatThrownBy(() -> text(read(bytes))).isInstanceOf(IOException.class);
    }

    @Test
    void damagedAnswersEndInAnAnswerOrAnIoException() {
        byte[] whole =
                lines(
                                "HTTP/1.1 200 OK",
                                "Transfer-Encoding: chunked",
                                "A: b",
                                "",
                                "5",
                                "hello",
                                "0",
                                "")
                        .getBytes(StandardCharsets.US_ASCII);
        long seed = 20_260_301;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(text(read(damaged))).as("seed %s round %s", seed, round).isNotNull();
            } catch (IOException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void aRequestSaysWhatItWantsAndClosesAfterIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Request.post("/v1/x?host=a%2Fb", "{}".getBytes(StandardCharsets.UTF_8))
                .write("localhost", out);

        assertThat(out.toString(StandardCharsets.US_ASCII))
                .isEqualTo(
                        lines(
                                        "POST /v1/x?host=a%2Fb HTTP/1.1",
                                        "Host: localhost",
                                        "Accept: application/json",
                                        "Connection: close",
                                        "Content-Type: application/json",
                                        "Content-Length: 2",
                                        "")
                                + "{}");
    }

    @Test
    void aTargetCannotSmuggleASecondRequest() {
        assertThatThrownBy(() -> Request.get("/v1/report HTTP/1.1\r\nX: y"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static Response read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Response read(byte[] bytes) throws IOException {
        return new ResponseReader(new ByteArrayInputStream(bytes)).read();
    }

    private static String text(Response response) throws IOException {
        return new String(response.bytes(), StandardCharsets.UTF_8);
    }
}
