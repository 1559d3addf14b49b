package io.holdfast.collector.api.endpoint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.collector.api.caller.Caller;
import io.holdfast.collector.api.fake.Hosts;
import io.holdfast.collector.operations.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SafekeepingTest {

    @Test
    void aFileThatIsThereAlreadyIsAConflictThatWaitingDoesNotEnd() {
        Safekeeping safekeeping =
                new Safekeeping(
                        target -> {
                            throw new FileAlreadyExistsException(target.toString());
                        },
                        () -> Path.of("/backups"),
                        () -> Hosts.AT);

        assertThatThrownBy(() -> safekeeping.backup(call("{\"file\":\"/backups/a.db\"}")))
                .hasMessage(
                        "expected a new file for the backup, found that /backups/a.db is there"
                                + " already")
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::status)
                .isEqualTo(409);
    }

    private static Call call(String body) {
        return new Call(
                new Caller("root", Role.APPROVER, true),
                Map.of(),
                Map.of(),
                Map.of(),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
