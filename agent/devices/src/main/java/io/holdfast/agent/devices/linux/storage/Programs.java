package io.holdfast.agent.devices.linux.storage;

import io.holdfast.agent.devices.command.Command;
import io.holdfast.agent.devices.command.Commands;
import io.holdfast.agent.devices.command.Outcome;
import io.holdfast.agent.devices.linux.array.MultipathMap;
import io.holdfast.agent.devices.linux.array.Pool;
import io.holdfast.agent.devices.linux.array.ZpoolStatus;
import io.holdfast.agent.devices.raid.RaidController;
import io.holdfast.agent.devices.raid.Ssacli;
import io.holdfast.agent.devices.raid.Storcli;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The programs that know what the kernel does not tell of arrays, each asked at its own pace. */
final class Programs {

    static final Duration POOL_INTERVAL = Duration.ofSeconds(30);
    static final Duration MAP_INTERVAL = Duration.ofSeconds(10);

    /** RAID programs are slow and take a CPU while they run. */
    static final Duration RAID_INTERVAL = Duration.ofMinutes(2);

    /** Drivers of controllers that storcli or perccli speaks to. */
    static final Set<String> BROADCOM = Set.of("megaraid_sas");

    /** Drivers of controllers that ssacli speaks to. */
    static final Set<String> HPE = Set.of("hpsa", "smartpqi");

    private static final List<String> BROADCOM_PROGRAMS =
            List.of("storcli64", "storcli", "perccli64", "perccli");
    private static final List<String> HPE_PROGRAMS = List.of("ssacli", "hpssacli", "hpacucli");

    /** What a program told, or why it did not. */
    record Told<T>(List<T> items, Optional<Silence> silence) {}

    private final Commands commands;
    private final Kept<Told<Pool>> pools;
    private final Kept<Told<MultipathMap>> maps;
    private final Kept<Told<RaidController>> broadcom;
    private final Kept<Told<RaidController>> hpe;

    Programs(Commands commands, InstantSource clock, Ticker ticker) {
        this.commands = commands;
        this.pools =
                new Kept<>(
                        clock,
                        ticker,
                        POOL_INTERVAL,
                        before ->
                                one(
                                        ZpoolStatus.ask(),
                                        "install zfsutils-linux",
                                        ZpoolStatus::decode));
        this.maps =
                new Kept<>(
                        clock,
                        ticker,
                        MAP_INTERVAL,
                        before ->
                                one(
                                        MultipathMap.ask(),
                                        "install multipath-tools",
                                        MultipathMap::decode));
        this.broadcom = new Kept<>(clock, ticker, RAID_INTERVAL, before -> broadcom());
        this.hpe = new Kept<>(clock, ticker, RAID_INTERVAL, before -> hpe());
    }

    Kept<Told<Pool>> pools() {
        return pools;
    }

    Kept<Told<MultipathMap>> maps() {
        return maps;
    }

    /** The controllers of one maker. */
    Kept<Told<RaidController>> raid(Set<String> drivers) {
        return drivers.equals(HPE) ? hpe : broadcom;
    }

    private <T> Told<T> one(Command command, String remedy, Function<String, List<T>> decoder)
            throws InterruptedException {
        Outcome outcome = commands.run(command);
        if (outcome instanceof Outcome.Finished(int code, String out, String _) && code == 0) {
            return new Told<>(decoder.apply(out), Optional.empty());
        }
        return new Told<>(List.of(), Optional.of(outcome.silence(remedy)));
    }

    private Told<RaidController> broadcom() throws InterruptedException {
        String program = installed(BROADCOM_PROGRAMS);
        List<String> answers = new ArrayList<>();
        for (Command command : Storcli.ask(program)) {
            switch (commands.run(command)) {
                // The code is not 0 where a controller has no volumes or no drives: what it says
                // of the others counts all the same.
                case Outcome.Finished(int _, String out, String _) -> answers.add(out);
                case Outcome other -> {
                    String remedy = "install storcli, or perccli for Dell's controllers";
                    return new Told<>(List.of(), Optional.of(other.silence(remedy)));
                }
            }
        }
        return understood(Storcli.decode(program, answers), program);
    }

    private Told<RaidController> hpe() throws InterruptedException {
        String program = installed(HPE_PROGRAMS);
        Outcome outcome = commands.run(Ssacli.ask(program));
        return outcome instanceof Outcome.Finished(int _, String out, String _)
                ? understood(Ssacli.decode(program, out), program)
                : new Told<>(List.of(), Optional.of(outcome.silence("install ssacli")));
    }

    private static Told<RaidController> understood(List<RaidController> found, String program) {
        Optional<Silence> silence =
                found.isEmpty()
                        ? Optional.of(
                                new Silence(
                                        Silence.Cause.NOT_UNDERSTOOD,
                                        program + " names no controller",
                                        "run the agent as root: " + program + " needs it"))
                        : Optional.empty();
        return new Told<>(found, silence);
    }

    /** The first of these that is installed; the first of all where none is. */
    private String installed(List<String> programs) {
        return programs.stream()
                .filter(commands::installed)
                .findFirst()
                .orElse(programs.getFirst());
    }
}
