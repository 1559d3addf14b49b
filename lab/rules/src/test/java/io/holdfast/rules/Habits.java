package io.holdfast.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * How classes behave, whatever room they are in.
 *
 * @param root the package that holds the rooms
 */
record Habits(String root) {

    private static final Map<String, Set<String>> MEANS =
            Map.of(
                    "java.lang.System", Set.of("nanoTime", "currentTimeMillis"),
                    "java.time.Instant", Set.of("now"),
                    "java.time.LocalDateTime", Set.of("now"),
                    "java.time.ZonedDateTime", Set.of("now"),
                    "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system"),
                    "java.time.InstantSource", Set.of("system"),
                    "java.lang.Thread", Set.of("sleep"),
                    "java.lang.Math", Set.of("random"));

    private static final Set<String> RANDOM =
            Set.of("java.util.Random", "java.security.SecureRandom");

    /** All habits, each as a rule with a name. */
    List<NamedRule> all() {
        return List.of(
                new NamedRule("only wiring takes time and chance from the system", means()),
                new NamedRule("every package says what null means", nullMarked()),
                new NamedRule("no Manager, Helper, Util, Impl, Base", names()),
                new NamedRule("nobody prints but the command", nobodyPrints()));
    }

    private ArchRule means() {
        return classes()
                .that(isNotWiring())
                .and()
                .resideOutsideOfPackage("..proto..")
                .should(takeNoMeansFromTheSystem());
    }

    private static DescribedPredicate<JavaClass> isNotWiring() {
        return DescribedPredicate.describe(
                "are not wiring (…Main)", c -> !outermost(c).getSimpleName().endsWith("Main"));
    }

    private static JavaClass outermost(JavaClass inner) {
        return inner.getEnclosingClass().map(Habits::outermost).orElse(inner);
    }

    private static ArchCondition<JavaClass> takeNoMeansFromTheSystem() {
        return new ArchCondition<>("be handed clock, ticker and randomness") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaAccess<?> access : item.getAccessesFromSelf()) {
                    if (takesMeans(access)) {
                        events.add(SimpleConditionEvent.violated(item, access.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean takesMeans(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean makesRandom = RANDOM.contains(owner) && name.equals("<init>");
        boolean unseeded = makesRandom && !access.getDescription().contains("(long)");
        return unseeded || MEANS.getOrDefault(owner, Set.of()).contains(name);
    }

    private static ArchRule nullMarked() {
        return classes()
                .that()
                .resideOutsideOfPackage("..proto..")
                .should(
                        new ArchCondition<>("be in a package marked @NullMarked") {
                            @Override
                            public void check(JavaClass item, ConditionEvents events) {
                                boolean marked =
                                        item.getPackage().isAnnotatedWith(NullMarked.class);
                                if (!marked) {
                                    String message = item.getName() + " is in an unmarked package";
                                    events.add(SimpleConditionEvent.violated(item, message));
                                }
                            }
                        });
    }

    private static ArchRule names() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..proto..")
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Base");
    }

    private ArchRule nobodyPrints() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".cli..")
                .and(isNotWiring())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .allowEmptyShould(true);
    }
}
