package io.holdfast.mibs.smi;

import io.holdfast.config.yaml.Position;
import java.util.List;
import java.util.Map;

/**
 * A module as it is written.
 *
 * @param file the file it is from
 * @param name its name
 * @param imports from which module each name comes
 * @param definitions what it defines
 */
record ModuleText(
        String file, String name, Map<String, String> imports, List<Definition> definitions) {

    ModuleText {
        imports = Map.copyOf(imports);
        definitions = List.copyOf(definitions);
    }

    Position position(Token token) {
        return new Position(file, token.line(), token.column());
    }
}
