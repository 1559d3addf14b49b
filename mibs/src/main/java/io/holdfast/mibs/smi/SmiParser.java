package io.holdfast.mibs.smi;

import io.holdfast.config.yaml.Position;
import io.holdfast.config.yaml.Problems;
import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.smi.Definition.Sort;
import io.holdfast.mibs.smi.Definition.Syntax;
import io.holdfast.mibs.smi.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the modules of a text: what has a place in the tree, and types.
 *
 * <p>It knows the few clauses that it needs and passes over all others, so that it reads what
 * stricter readers refuse. What cannot be read is a problem with its place, and reading goes on
 * with the next definition.
 */
final class SmiParser {

    /** The most modules of one text. */
    static final int MOST_MODULES = 500;

    private static final Map<String, Sort> MACROS =
            Map.ofEntries(
                    Map.entry("OBJECT-TYPE", Sort.OBJECT),
                    Map.entry("MODULE-IDENTITY", Sort.PLACE),
                    Map.entry("OBJECT-IDENTITY", Sort.PLACE),
                    Map.entry("NOTIFICATION-TYPE", Sort.NOTIFICATION),
                    Map.entry("TRAP-TYPE", Sort.NOTIFICATION),
                    Map.entry("OBJECT-GROUP", Sort.PLACE),
                    Map.entry("NOTIFICATION-GROUP", Sort.PLACE),
                    Map.entry("MODULE-COMPLIANCE", Sort.PLACE),
                    Map.entry("AGENT-CAPABILITIES", Sort.PLACE));

    /** Words that begin no definition although a definition's keyword follows them. */
    private static final Set<String> KEYWORDS = Set.of("SYNTAX", "BEGIN", "END", "FROM", "MACRO");

    private final String file;
    private final Problems problems;
    private final TokenStream tokens;
    private final SyntaxParser syntaxes;

    private SmiParser(String file, String text, Problems problems) {
        this.file = file;
        this.problems = problems;
        tokens = new TokenStream(text);
        syntaxes = new SyntaxParser(tokens);
    }

    /** The modules of a text that came from a file of this name. */
    static List<ModuleText> parse(String file, String text, Problems problems) {
        SmiParser parser = new SmiParser(file, text, problems);
        List<ModuleText> modules = new ArrayList<>();
        while (parser.tokens.kind() != Kind.END && modules.size() < MOST_MODULES) {
            parser.module().ifPresent(modules::add);
        }
        if (modules.isEmpty()) {
            problems.add(
                    Position.startOf(file),
                    "expected a MIB module 'NAME DEFINITIONS ::= BEGIN', found none");
        }
        return modules;
    }

    /** Goes to the next head of a module, and reads the module. */
    private Optional<ModuleText> module() {
        Token name = tokens.take();
        if (name.kind() != Kind.WORD || !MibModule.isName(name.text())) {
            return Optional.empty();
        }
        if (tokens.is("{")) {
            tokens.braces();
        }
        if (!tokens.is("DEFINITIONS")) {
            return Optional.empty();
        }
        while (tokens.kind() != Kind.END && !tokens.is("BEGIN")) {
            tokens.take();
        }
        tokens.take();
        Map<String, String> imports = new HashMap<>();
        List<Definition> definitions = new ArrayList<>();
        while (tokens.kind() != Kind.END && !tokens.is("END")) {
            item(imports, definitions);
        }
        if (tokens.kind() == Kind.END) {
            problem(name, "expected END at the end of the module " + name.text() + ", found none");
        }
        tokens.take();
        inBetween(definitions);
        return Optional.of(new ModuleText(file, name.text(), imports, definitions));
    }

    /** {@code { iso org(3) 6 }} defines {@code org} too, where nothing else does. */
    private static void inBetween(List<Definition> definitions) {
        Set<String> names = new HashSet<>();
        definitions.forEach(definition -> names.add(definition.name()));
        for (Definition definition : List.copyOf(definitions)) {
            if (definition instanceof Definition.Node node) {
                for (int i = 1; i < node.place().size() - 1; i++) {
                    Definition.Arc arc = node.place().get(i);
                    boolean fresh =
                            arc.number().isPresent()
                                    && MibModule.isName(arc.name())
                                    && definitions.size() < MibModule.MOST_NODES
                                    && names.add(arc.name());
                    if (fresh) {
                        definitions.add(between(node, arc.name(), i));
                    }
                }
            }
        }
    }

    private static Definition between(Definition.Node node, String name, int at) {
        Token token = new Token(Kind.WORD, name, node.at().line(), node.at().column());
        List<Definition.Arc> place = node.place().subList(0, at + 1);
        return new Definition.Node(token, Sort.PLACE, Optional.empty(), false, List.of(), place);
    }

    private void item(Map<String, String> imports, List<Definition> definitions) {
        Token token = tokens.take();
        if (token.is("IMPORTS")) {
            imports(imports);
        } else if (token.is("EXPORTS")) {
            tokens.skipPast(";");
        } else if (token.kind() == Kind.WORD && !KEYWORDS.contains(token.text())) {
            definition(token).ifPresent(found -> keep(found, definitions));
        }
    }

    private void keep(Definition found, List<Definition> definitions) {
        if (!MibModule.isName(found.name())) {
            problem(found.at(), "expected a name of at most 128 letters, found a longer one");
        } else if (definitions.size() < MibModule.MOST_NODES) {
            definitions.add(found);
        } else if (definitions.size() == MibModule.MOST_NODES) {
            problem(found.at(), "expected at most " + MibModule.MOST_NODES + " definitions");
        }
    }

    private void imports(Map<String, String> imports) {
        List<String> names = new ArrayList<>();
        while (tokens.kind() != Kind.END && !tokens.is(";") && !tokens.is("END")) {
            Token token = tokens.take();
            if (token.is("FROM")) {
                String from = tokens.take().text();
                names.forEach(name -> imports.put(name, from));
                names.clear();
            } else if (token.kind() == Kind.WORD) {
                names.add(token.text());
            }
        }
        if (tokens.is(";")) {
            tokens.take();
        }
    }

    private Optional<Definition> definition(Token name) {
        if (tokens.is("MACRO")) {
            tokens.skipPast("END");
            return Optional.empty();
        }
        if (tokens.kind() == Kind.ASSIGN) {
            tokens.take();
            return syntaxes.type().map(syntax -> new Definition.Type(name, syntax));
        }
        if (tokens.is("OBJECT")) {
            tokens.take();
            return tokens.is("IDENTIFIER") ? node(name, Sort.PLACE) : Optional.empty();
        }
        Sort sort = MACROS.get(tokens.text());
        if (sort == null || tokens.kind() != Kind.WORD) {
            return Optional.empty();
        }
        return node(name, sort);
    }

    /** From the macro's keyword to the value behind {@code ::=}. */
    private Optional<Definition> node(Token name, Sort sort) {
        tokens.take();
        Optional<Syntax> syntax = Optional.empty();
        Optional<String> enterprise = Optional.empty();
        boolean indexed = false;
        List<String> objects = List.of();
        while (tokens.kind() != Kind.ASSIGN) {
            if (tokens.kind() == Kind.END || tokens.is("END")) {
                problem(name, "expected ::= in the definition of " + name.text() + ", found none");
                return Optional.empty();
            }
            Token clause = tokens.take();
            if (sort == Sort.OBJECT && clause.is("SYNTAX") && syntax.isEmpty()) {
                syntax = syntaxes.syntax();
            } else if (clause.is("INDEX") || clause.is("AUGMENTS")) {
                indexed = indexed || tokens.is("{");
            } else if (clause.is("ENTERPRISE")) {
                enterprise = name();
            } else if (sort == Sort.NOTIFICATION
                    && (clause.is("OBJECTS") || clause.is("VARIABLES"))) {
                objects = tokens.braces().stream().limit(256).toList();
            } else if (clause.is("{")) {
                tokens.restOfBraces();
            } else if (clause.kind() == Kind.WORD && beginsDefinition(clause)) {
                problem(name, "expected ::= in the definition of " + name.text() + ", found none");
                return definition(clause);
            }
        }
        tokens.take();
        if (tokens.kind() == Kind.NUMBER && sort == Sort.NOTIFICATION) {
            return trap(name, enterprise, objects);
        }
        List<Definition.Arc> place = new PlaceParser(tokens).place();
        if (place.isEmpty()) {
            problem(name, "expected a place such as { parent 1 } for " + name.text());
            return Optional.empty();
        }
        return Optional.of(new Definition.Node(name, sort, syntax, indexed, objects, place));
    }

    private Optional<String> name() {
        List<String> words = tokens.is("{") ? tokens.braces() : List.of(tokens.take().text());
        return words.stream().findFirst();
    }

    private Optional<Definition> trap(
            Token name, Optional<String> enterprise, List<String> objects) {
        Optional<Integer> number = PlaceParser.arc(tokens.take().text());
        if (enterprise.isEmpty() || number.isEmpty()) {
            problem(name, "expected ENTERPRISE and a number for the trap " + name.text());
            return Optional.empty();
        }
        return Optional.of(new Definition.Trap(name, enterprise.get(), objects, number.get()));
    }

    /** Whether the word before names something new: the last definition was never ended. */
    private boolean beginsDefinition(Token word) {
        boolean macro =
                tokens.kind() == Kind.WORD
                        && MACROS.containsKey(tokens.text())
                        && Character.isLowerCase(word.text().charAt(0));
        return macro && !tokens.is("OBJECT-GROUP") && !tokens.is("NOTIFICATION-GROUP");
    }

    private void problem(Token at, String message) {
        problems.add(new Position(file, at.line(), at.column()), message);
    }
}
