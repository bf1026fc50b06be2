package org.humdash.local.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of commands in a Markdown file that asks the API.
 *
 * @param place file and line
 * @param commands what a reader would paste into a shell
 * @param answer the block of JSON right below; empty if there is none
 * @param refusal the status in a comment such as {@code <!-- refused: 422 -->} right above; empty if it is to succeed
 * @param notRun whether {@code <!-- not run: why -->} stands right above
 */
record Example(String place, String commands, String answer, String refusal, boolean notRun) {

    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- (refused|not run): ([^>]*) -->\n)?```sh\n(.*?)```\n(?:```json\n(.*?)```\n)?", Pattern.DOTALL);
    private static final Pattern ASKS = Pattern.compile("curl|\\./humdash key");

    static List<Example> of(Path file) throws IOException {
        String text = Files.readString(file);
        List<Example> examples = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(text); block.find(); ) {
            if (ASKS.matcher(block.group(3)).find()) {
                int line = 1
                        + (int) text.substring(0, block.start(3))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                boolean refused = "refused".equals(block.group(1));
                examples.add(new Example(
                        file.getFileName() + ":" + line,
                        block.group(3),
                        block.group(4) == null ? "" : block.group(4),
                        refused ? block.group(2).strip() : "",
                        "not run".equals(block.group(1))));
            }
        }
        return examples;
    }

    /** Whether what is printed has to be the answer to the letter: it was cut by jq, so that nothing in it changes. */
    boolean showsWhatIsPrinted() {
        return !answer.isEmpty() && commands.contains("jq ");
    }

    /** Whether it goes on until it is stopped. */
    boolean isStream() {
        return commands.contains("/stream");
    }

    /** The commands for another address than the one in the documents. */
    String at(String gateway) {
        String here = commands;
        for (String documented : Arrays.asList("http://127.0.0.1:8080", "https://humdash.example.org")) {
            here = here.replace(documented, gateway);
        }
        return here;
    }
}
