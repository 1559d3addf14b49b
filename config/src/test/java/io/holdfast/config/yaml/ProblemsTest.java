package io.holdfast.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void areListedInTheOrderOfTheFile() {
        Problems problems = new Problems();
        problems.add(new Position("f", 2, 1), "third");
        problems.add(new Position("f", 1, 9), "second");
        problems.add(new Position("f", 1, 2), "first");
        assertThat(problems.inOrder())
                .map(Problem::message)
                .containsExactly("first", "second", "third");
    }

    @Test
    void beyondTheLimitAreCounted() {
        Problems problems = new Problems();
        for (int line = 1; line <= Problems.MOST_LISTED + 7; line++) {
            problems.add(new Position("f", line, 1), "wrong");
        }
        assertThat(problems.inOrder()).hasSize(Problems.MOST_LISTED + 1);
        assertThat(problems.inOrder().getLast().message()).isEqualTo("and 7 problems more");
    }

    @Test
    void theListedAreTheFirstOfTheFileWhenTheyAreNotedLast() {
        Problems problems = new Problems();
        for (int line = 2; line <= Problems.MOST_LISTED + 1; line++) {
            problems.add(new Position("f", line, 1), "wrong");
        }
        problems.add(new Position("f", 1, 1), "an unknown key");
        assertThat(problems.inOrder().getFirst().message()).isEqualTo("an unknown key");
        assertThat(problems.inOrder().getLast())
                .hasToString("f:" + Problems.MOST_LISTED + ":1: and 1 problem more");
    }

    @Test
    void ofOnePlaceTheFirstNotedIsFirst() {
        Problems problems = new Problems();
        problems.add(new Position("f", 1, 1), "zeroth");
        problems.add(new Position("f", 1, 1), "after it");
        assertThat(problems.inOrder()).map(Problem::message).containsExactly("zeroth", "after it");
    }
}
