package io.holdfast.agent.devices.ipmi.rmcp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A BMC's side of RMCP+, written from the specification without our own classes, in memory. Bad
 * habits can be given to it.
 */
final class FakeBmc implements Datagrams {

    static final int SESSION = 0x0badcafe;

    /** What happens to an answer on its way: kept, changed, repeated or lost. */
    interface Habit {
        List<byte[]> answers(byte[] answer);
    }

    final List<Integer> offered = new ArrayList<>(List.of(3));
    final List<String> heard = new ArrayList<>();
    String user = "monitor";
    String password = "secret";
    boolean zero;
    Habit habit = List::of;

    /** Applied to the answers inside of a session alone. */
    Habit sessionHabit = List::of;

    UnaryOperator<byte[]> device = request -> new byte[] {0, 0x20, 1, 2, 3};
    int sessionsClosed;
    int privilege = 2;
    boolean dead;

    private final Deque<byte[]> out = new ArrayDeque<>();
    private final byte[] guid = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private final byte[] bmcRandom = "BMC-random-bytes".getBytes(StandardCharsets.US_ASCII);
    private int suite;
    private int console;
    private byte[] consoleRandom = {};
    private byte[] roleAndName = {};
    private byte[] k1 = {};
    private byte[] k2 = {};
    private int sequence;

    @Override
    public void send(byte[] packet) {
        if (dead) {
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN);
        if (packet[4] == 0) {
            plain(Arrays.copyOfRange(packet, 14, packet.length));
            return;
        }
        int type = packet[5] & 0x3f;
        int length = in.getShort(14);
        byte[] payload = Arrays.copyOfRange(packet, 16, 16 + length);
        switch (type) {
            case 0x10 -> open(payload);
            case 0x12 -> rakp1(payload);
            case 0x14 -> rakp3(payload);
            case 0x00 -> session(packet, payload);
            default -> throw new AssertionError("payload type " + type);
        }
    }

    @Override
    public Optional<byte[]> receive(Duration within) {
        return Optional.ofNullable(out.poll());
    }

    @Override
    public void close() {}

    private void answer(byte[] packet) {
        out.addAll(habit.answers(packet));
    }

    private void plain(byte[] message) {
        int command = message[5] & 0xff;
        heard.add("plain " + command);
        byte[] data =
                command == 0x38 ? new byte[] {0, 1, (byte) 0x80, 0x04, 0x02, 0, 0, 0, 0} : suites();
        byte[] reply = reply(message, data);
        ByteBuffer packet = ByteBuffer.allocate(14 + reply.length).order(ByteOrder.LITTLE_ENDIAN);
        packet.put(new byte[] {6, 0, (byte) 0xff, 7, 0}).putInt(0).putInt(0);
        packet.put((byte) reply.length).put(reply);
        answer(packet.array());
    }

    private byte[] suites() {
        ByteBuffer data = ByteBuffer.allocate(2 + offered.size() * 5);
        data.put((byte) 0).put((byte) 1);
        for (int number : offered) {
            data.put((byte) 0xc0).put((byte) number);
            data.put(new byte[] {1, 0x41, (byte) 0x81});
        }
        return data.array();
    }

    private void open(byte[] in) {
        console = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        int auth = in[12];
        heard.add("open " + auth + " privilege " + in[1]);
        suite = auth == 3 ? 17 : auth == 1 ? 3 : 0;
        boolean good = suite == 0 ? zero : offered.contains(suite);
        ByteBuffer data = ByteBuffer.allocate(good ? 36 : 8).order(ByteOrder.LITTLE_ENDIAN);
        data.put(in[0]).put((byte) (good ? 0 : 0x11)).put(in[1]).put((byte) 0).putInt(console);
        if (good) {
            data.putInt(SESSION).put(in, 8, 24);
        }
        answer(packet(0x11, 0, 0, 0, data.array()));
    }

    private void rakp1(byte[] in) {
        consoleRandom = Arrays.copyOfRange(in, 8, 24);
        roleAndName = new byte[2 + in[27]];
        roleAndName[0] = in[24];
        roleAndName[1] = in[27];
        System.arraycopy(in, 28, roleAndName, 2, in[27]);
        String name = new String(in, 28, in[27], StandardCharsets.US_ASCII);
        if (!name.equals(user)) {
            answer(packet(0x13, 0, 0, 0, new byte[] {in[0], 0x0d, 0, 0, 0, 0, 0, 0}));
            return;
        }
        byte[] proof =
                suite == 0
                        ? new byte[0]
                        : mac(
                                key(),
                                int32(console),
                                int32(SESSION),
                                consoleRandom,
                                bmcRandom,
                                guid,
                                roleAndName);
        ByteBuffer data = ByteBuffer.allocate(40 + proof.length).order(ByteOrder.LITTLE_ENDIAN);
        data.put(in[0]).put(new byte[3]).putInt(console).put(bmcRandom).put(guid).put(proof);
        answer(packet(0x13, 0, 0, 0, data.array()));
    }

    private void rakp3(byte[] in) {
        byte[] proof = Arrays.copyOfRange(in, 8, in.length);
        byte[] expected =
                suite == 0 ? new byte[0] : mac(key(), bmcRandom, int32(console), roleAndName);
        if (!Arrays.equals(proof, expected)) {
            answer(packet(0x15, 0, 0, 0, new byte[] {in[0], 0x0f, 0, 0, 0, 0, 0, 0}));
            return;
        }
        byte[] check = {};
        if (suite != 0) {
            byte[] sik = mac(key(), consoleRandom, bmcRandom, roleAndName);
            byte[] whole = mac(sik, consoleRandom, int32(SESSION), guid);
            check = Arrays.copyOf(whole, suite == 17 ? 16 : 12);
            byte[] ones = new byte[20];
            byte[] twos = new byte[20];
            Arrays.fill(ones, (byte) 1);
            Arrays.fill(twos, (byte) 2);
            k1 = mac(sik, ones);
            k2 = Arrays.copyOf(mac(sik, twos), 16);
        }
        sequence = 0;
        ByteBuffer data = ByteBuffer.allocate(8 + check.length).order(ByteOrder.LITTLE_ENDIAN);
        data.put(in[0]).put(new byte[3]).putInt(console).put(check);
        answer(packet(0x15, 0, 0, 0, data.array()));
    }

    private void session(byte[] packet, byte[] payload) {
        byte[] message = suite == 0 ? payload : opened(packet, payload);
        int command = message[5] & 0xff;
        heard.add("session " + command);
        byte[] data =
                switch (command) {
                    case 0x3b -> new byte[] {0, message[6]};
                    case 0x3c -> new byte[] {0};
                    default -> device.apply(message);
                };
        if (command == 0x3b && message[6] > privilege) {
            data = new byte[] {(byte) 0x81};
        }
        if (command == 0x3c) {
            sessionsClosed++;
            return;
        }
        if (data.length > 0) {
            sessionHabit.answers(sealed(reply(message, data))).forEach(this::answer);
        }
    }

    private byte[] opened(byte[] packet, byte[] payload) {
        int trailer = suite == 17 ? 16 : 12;
        byte[] covered = Arrays.copyOfRange(packet, 4, packet.length - trailer);
        byte[] code = Arrays.copyOfRange(packet, packet.length - trailer, packet.length);
        if (!Arrays.equals(Arrays.copyOf(mac(k1, covered), trailer), code)) {
            throw new AssertionError("the client's packet has a wrong code");
        }
        byte[] plain = aes(Cipher.DECRYPT_MODE, payload, payload);
        return Arrays.copyOf(plain, plain.length - 1 - plain[plain.length - 1]);
    }

    byte[] sealed(byte[] message) {
        int pad = (16 - (message.length + 1) % 16) % 16;
        byte[] whole = new byte[16 + message.length + pad + 1];
        System.arraycopy(message, 0, whole, 16, message.length);
        for (int i = 0; i < pad; i++) {
            whole[16 + message.length + i] = (byte) (i + 1);
        }
        whole[whole.length - 1] = (byte) pad;
        byte[] secret = aes(Cipher.ENCRYPT_MODE, whole, whole);
        System.arraycopy(secret, 0, whole, 16, secret.length);
        byte[] body = packet(0, 0xc0, console, ++sequence, whole);
        int fill = (4 - (body.length - 4 + 2) % 4) % 4;
        byte[] covered = Arrays.copyOf(body, body.length + fill + 2);
        covered[covered.length - 2] = (byte) fill;
        covered[covered.length - 1] = 7;
        byte[] code = mac(k1, Arrays.copyOfRange(covered, 4, covered.length));
        int trailer = suite == 17 ? 16 : 12;
        byte[] out = Arrays.copyOf(covered, covered.length + trailer);
        System.arraycopy(code, 0, out, covered.length, trailer);
        return out;
    }

    private byte[] aes(int mode, byte[] vector, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(k2, "AES"), new IvParameterSpec(vector, 0, 16));
            return cipher.doFinal(data, 16, data.length - 16);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] reply(byte[] request, byte[] data) {
        byte[] out = new byte[7 + data.length];
        out[0] = (byte) 0x81;
        out[1] = (byte) ((request[1] & 0xfc) + 4);
        out[2] = (byte) -(out[0] + out[1]);
        out[3] = 0x20;
        out[4] = request[4];
        out[5] = request[5];
        System.arraycopy(data, 0, out, 6, data.length);
        int sum = 0;
        for (int i = 3; i < out.length - 1; i++) {
            sum += out[i];
        }
        out[out.length - 1] = (byte) -sum;
        return out;
    }

    private static byte[] packet(int type, int flags, int session, int number, byte[] payload) {
        ByteBuffer out = ByteBuffer.allocate(16 + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {6, 0, (byte) 0xff, 7, 6, (byte) (type | flags)});
        out.putInt(session).putInt(number).putShort((short) payload.length).put(payload);
        return out.array();
    }

    private byte[] key() {
        return Arrays.copyOf(password.getBytes(StandardCharsets.US_ASCII), 20);
    }

    private static byte[] int32(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    private byte[] mac(byte[] key, byte[]... parts) {
        String name = suite == 17 ? "HmacSHA256" : "HmacSHA1";
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key, name));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
