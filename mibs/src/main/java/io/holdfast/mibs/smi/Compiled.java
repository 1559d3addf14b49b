package io.holdfast.mibs.smi;

import io.holdfast.config.yaml.Problem;
import io.holdfast.mibs.names.MibModule;
import java.util.List;

/**
 * What came of MIB texts.
 *
 * @param modules the modules, as far as they could be read
 * @param problems what was passed over, with its place
 * @param missing the modules that would have to be there too
 * @param unplaced how many objects have no place in the tree because of what is missing or wrong
 */
public record Compiled(
        List<MibModule> modules, List<Problem> problems, List<Missing> missing, int unplaced) {

    public Compiled {
        modules = List.copyOf(modules);
        problems = List.copyOf(problems);
        missing = List.copyOf(missing);
    }
}
