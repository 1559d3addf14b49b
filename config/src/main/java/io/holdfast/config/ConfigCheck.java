package io.holdfast.config;

import io.holdfast.config.agent.AgentConfig;
import io.holdfast.config.collector.CollectorConfig;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.yaml.Mention;
import io.holdfast.config.yaml.Position;
import io.holdfast.config.yaml.Problem;
import io.holdfast.config.yaml.Problems;
import io.holdfast.config.yaml.Section;
import io.holdfast.config.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Looks for everything that would keep a service from starting with a file, secrets included, and
 * starts nothing.
 *
 * @param hostname what this machine calls itself
 * @param secrets who fetches the secrets that the file names
 */
public record ConfigCheck(String hostname, SecretReader secrets) {

    /**
     * What came out.
     *
     * @param kind whose file it is; empty if it does not say
     * @param problems all that is wrong, in the order of the file; empty if the file is right
     */
    public record Outcome(Optional<FileKind> kind, List<Problem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** Checks a file, which itself tells whose it is. */
    public Outcome check(Path file) {
        Problems problems = new Problems();
        Optional<String> text = YamlFile.text(file, problems);
        return text.map(content -> check(file.toString(), content))
                .orElseGet(() -> new Outcome(Optional.empty(), problems.inOrder()));
    }

    /** Checks a file as the settings of a given service. */
    public Outcome check(Path file, FileKind kind) {
        Problems problems = new Problems();
        Optional<String> text = YamlFile.text(file, problems);
        List<Problem> found =
                text.map(content -> problemsOf(file.toString(), content, kind))
                        .orElseGet(problems::inOrder);
        return new Outcome(Optional.of(kind), found);
    }

    /** Checks a text that came from a file of this name. */
    public Outcome check(String file, String text) {
        Problems problems = new Problems();
        Optional<Section> top = Section.top(file, text, problems);
        if (top.isEmpty()) {
            return new Outcome(Optional.empty(), problems.inOrder());
        }
        boolean agent = top.get().has(AgentConfig.KEY);
        boolean collector = top.get().has(CollectorConfig.KEY);
        if (agent == collector) {
            String found = agent ? "found both" : "found neither";
            problems.add(
                    Position.startOf(file),
                    "expected one of the keys 'agent' and 'collector' at the top, " + found);
            top.get().finish(AgentConfig.atlas().and(CollectorConfig.atlas()));
            return new Outcome(Optional.empty(), problems.inOrder());
        }
        FileKind kind = agent ? FileKind.AGENT : FileKind.COLLECTOR;
        return new Outcome(Optional.of(kind), problemsOf(file, text, kind));
    }

    private List<Problem> problemsOf(String file, String text, FileKind kind) {
        Problems problems = new Problems();
        var _ =
                switch (kind) {
                    case AGENT -> AgentConfig.parse(file, text, hostname, problems);
                    case COLLECTOR -> CollectorConfig.parse(file, text, problems);
                };
        for (Mention named : problems.mentions()) {
            if (named instanceof SecretSource source && isWanted(source, kind)) {
                secrets.read(source)
                        .problemsIfAny()
                        .forEach(p -> problems.add(p.at(), p.message()));
            }
        }
        return problems.inOrder();
    }

    private static boolean isWanted(SecretSource source, FileKind kind) {
        return switch (kind) {
            // A token that is gone is no mistake: it is deleted after the enrolment.
            case AGENT -> mayBeThere(source);
            case COLLECTOR -> true;
        };
    }

    private static boolean mayBeThere(SecretSource source) {
        return switch (source) {
            case SecretSource.FromFile(var at, var file) -> !Files.notExists(file);
            case SecretSource.FromEnvironment variable -> false;
        };
    }
}
