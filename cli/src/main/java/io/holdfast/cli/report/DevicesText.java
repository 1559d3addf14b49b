package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Page;
import io.holdfast.cli.terminal.Terminal;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.wire.api.DeviceList;
import io.holdfast.wire.api.SilenceReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Polled devices as a table, with what is wrong below it.
 *
 * @param terminal where it goes
 * @param verbose whether it is shown how each device answers each agent
 */
public record DevicesText(Terminal terminal, boolean verbose) {

    /** One line for each device, and one for each error. */
    public String of(DeviceList devices) {
        Page page = new Page(terminal);
        if (devices.devices().isEmpty()) {
            page.line(
                    0,
                    Cell.of(
                            "No device is listed; see racks in the collector's settings and"
                                    + " docs/handbook/devices.md"));
            return page.text();
        }
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        Cell.strong("DEVICE"),
                        Cell.faint("state"),
                        Cell.faint("answered"),
                        Cell.faint("every"),
                        Cell.faint("polled by"),
                        Cell.faint("stand-in"),
                        Cell.faint("asked at")));
        devices.devices().forEach(device -> rows.add(row(device)));
        page.table(0, rows);
        devices.devices().forEach(device -> below(page, device));
        return page.text();
    }

    private static List<Cell> row(DeviceList.Device device) {
        return List.of(
                Cell.of(Words.host(device.id())),
                state(device.state()),
                Cell.of(ago(device.ageSeconds())),
                Cell.of(Amounts.duration(device.everySeconds()) + late(device)),
                Cell.of(device.poller().map(Words::host).orElse("nobody")),
                Cell.of(device.standIn().map(Words::host).orElse("nobody")),
                Cell.of(device.protocol() + " " + device.place()));
    }

    private static Cell state(DeviceList.State state) {
        return switch (state) {
            case ANSWERS -> new Cell("answers", Tone.GOOD);
            case SILENT -> new Cell("SILENT", Tone.BAD);
            case NEVER -> new Cell("never answered", Tone.WARNING);
            case UNKNOWN -> new Cell("unknown", Tone.STRONG);
        };
    }

    private static String late(DeviceList.Device device) {
        return device.latenessMillis() < 1_000
                ? ""
                : ", " + Amounts.duration(device.latenessMillis() / 1_000) + " late";
    }

    private void below(Page page, DeviceList.Device device) {
        boolean wrong = device.error().isPresent();
        if (!wrong && !verbose) {
            return;
        }
        page.blank();
        page.line(0, Cell.strong(Words.host(device.id())));
        device.error().ifPresent(error -> error(page, error));
        if (verbose) {
            device.agents().forEach(reach -> page.flow(2, 4, List.of(Cell.of(reach(reach)))));
        }
    }

    private static void error(Page page, SilenceReport error) {
        String said = error.detail().isEmpty() ? Words.of(error.cause()) : error.detail();
        page.flow(2, 4, List.of(new Cell(said, Tone.BAD)));
        if (!error.remedy().isEmpty()) {
            page.flow(2, 4, List.of(Cell.strong("to do:"), Cell.of(error.remedy())));
        }
    }

    private static String reach(DeviceList.Reach reach) {
        String agent = Words.host(reach.agent()) + (reach.heard() ? ": " : " (not heard): ");
        String failures =
                reach.failures() == 0
                        ? ""
                        : ", "
                                + reach.failures()
                                + (reach.failures() == 1 ? " try" : " tries")
                                + " failed since";
        Optional<String> error = reach.error().map(SilenceReport::detail).filter(d -> !d.isEmpty());
        return agent
                + "answered "
                + ago(reach.ageSeconds())
                + failures
                + error.map(detail -> ": " + detail).orElse("");
    }

    private static String ago(OptionalLong seconds) {
        return seconds.isPresent() ? Amounts.duration(seconds.getAsLong()) + " ago" : "never";
    }
}
