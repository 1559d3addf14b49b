package io.holdfast.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Arrays;
import java.util.List;

/**
 * Which room of the house may see which.
 *
 * <p>The root package is a parameter so that the same rules can be tried on planted violations.
 *
 * @param root the package that holds the rooms
 */
record Arrows(String root) {

    /** All arrows, each as a rule with a name. */
    List<NamedRule> all() {
        return List.of(
                new NamedRule("core sees java.base alone", coreSeesNothing()),
                new NamedRule("wire sees core", sees("wire", "core")),
                new NamedRule("config sees core", sees("config", "core")),
                new NamedRule("mibs sees core and config", sees("mibs", "core", "config")),
                new NamedRule("drivers see core and mibs", sees("agent.devices", "core", "mibs")),
                new NamedRule(
                        "the daemon sees drivers, wire, config, mibs, core",
                        sees("agent.daemon", "agent.devices", "wire", "config", "mibs", "core")),
                new NamedRule(
                        "the collector never sees an agent",
                        sees("collector", "wire", "config", "mibs", "core")),
                new NamedRule(
                        "the command sees neither daemon nor collector",
                        sees("cli", "agent.devices", "wire", "config", "mibs", "core")),
                new NamedRule("generated types stay in wire.stream", generatedTypesStay()),
                new NamedRule("drivers never see each other", driversAreApart()),
                new NamedRule("only the daemon actuates", onlyTheDaemonActuates()),
                new NamedRule("only the authority makes certificates", bouncyCastleStays()),
                new NamedRule("agents read JSON as a stream", agentsHaveNoDatabind()));
    }

    private String room(String name) {
        return root + "." + name + "..";
    }

    private ArchRule sees(String room, String... others) {
        String[] allowed = Arrays.stream(others).map(this::room).toArray(String[]::new);
        DescribedPredicate<JavaClass> ours = resideInAPackage(root + "..");
        return noClasses()
                .that()
                .resideInAPackage(room(room))
                .should()
                .dependOnClassesThat(
                        ours.and(not(resideInAPackage(room(room))))
                                .and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true);
    }

    private ArchRule coreSeesNothing() {
        return classes()
                .that()
                .resideInAPackage(room("core"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                room("core"),
                                "java.lang",
                                "java.lang.annotation",
                                "java.lang.invoke",
                                "java.lang.runtime",
                                "java.time..",
                                "java.util",
                                "java.util.function",
                                "java.util.regex",
                                "java.util.stream",
                                "java.math",
                                "java.nio.charset",
                                "org.jspecify.annotations",
                                ""));
    }

    private ArchRule generatedTypesStay() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room("wire.stream"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room("wire.stream.proto"));
    }

    private ArchRule driversAreApart() {
        List<String> drivers = List.of("linux", "snmp", "ipmi", "redfish", "serial", "nut");
        return drivers.stream()
                .map(driver -> apart(driver, drivers))
                .reduce((a, b) -> CompositeArchRule.of(a).and(b).allowEmptyShould(true))
                .orElseThrow();
    }

    private ArchRule apart(String driver, List<String> drivers) {
        String[] others =
                drivers.stream()
                        .filter(other -> !other.equals(driver))
                        .map(other -> room("agent.devices." + other))
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(room("agent.devices." + driver))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true);
    }

    private ArchRule onlyTheDaemonActuates() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(room("agent.devices"), room("agent.daemon"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".agent.devices..actuate..");
    }

    private ArchRule bouncyCastleStays() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room("collector.authority"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..");
    }

    private ArchRule agentsHaveNoDatabind() {
        return noClasses()
                .that()
                .resideInAnyPackage(room("agent"), room("wire"), room("core"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..");
    }
}
