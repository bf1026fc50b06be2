package org.humdash.local.e2e;

import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The Chromium of the machine, started once for all tests of the page. A test class asks for it as a parameter of its
 * constructor. Where there is none, the tests are not run and say so; in CI that is a failure.
 */
final class Chromium implements ParameterResolver {

    /** WCAG 2.2 AA is all that came before it too; and what is good practice besides. */
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");

    private static final List<String> QUIET = List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsing.class;
    }

    @Override
    public Browsing resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Path program = program().orElseGet(() -> {
            String missing = "there is no Chromium on the PATH; it comes with the package chromium";
            if (System.getenv("CI") != null) {
                throw new AssertionError(missing);
            }
            return abort("NOT TESTED: " + missing);
        });
        return context.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .computeIfAbsent(Browsing.class, type -> new Browsing(program), Browsing.class);
    }

    private static Optional<Path> program() {
        return PROGRAMS.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** How somebody looks at the page. */
    record Look(String language, ColorScheme scheme, int width, int height, boolean scripts) {

        static Look at(String language, ColorScheme scheme, int width) {
            return new Look(language, scheme, width, 900, true);
        }

        static Look in(String language) {
            return at(language, ColorScheme.LIGHT, 1280);
        }

        Look withHeight(int height) {
            return new Look(language, scheme, width, height, scripts);
        }

        Look withoutScripts() {
            return new Look(language, scheme, width, height, false);
        }

        /** The path of the page in the language. */
        String path() {
            return language.equals("ar") ? "/ar" : "/";
        }
    }

    /** The browser that runs. */
    static final class Browsing implements AutoCloseable {

        private final Playwright playwright;
        private final Browser browser;

        private Browsing(Path program) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(program).setArgs(QUIET));
        }

        /** With nothing remembered of other visits, and nothing opened yet. */
        Visit visit(Look look) {
            return new Visit(browser.newContext(new NewContextOptions()
                    .setLocale(look.language().equals("ar") ? "ar" : "en-GB")
                    .setColorScheme(look.scheme())
                    .setViewportSize(look.width(), look.height())
                    .setJavaScriptEnabled(look.scripts())));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    /** One window, with what it asked for and what it complained about. */
    static final class Visit implements AutoCloseable {

        private final List<String> requests = new ArrayList<>();
        private final List<String> complaints = new ArrayList<>();
        private final BrowserContext context;
        private final Page page;

        private Visit(BrowserContext context) {
            this.context = context;
            context.onRequest(request -> requests.add(request.url()));
            context.onWebError(error -> complaints.add(error.error()));
            context.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())) {
                    complaints.add(message.text());
                }
            });
            page = context.newPage();
        }

        Page page() {
            return page;
        }

        List<String> requests() {
            return requests;
        }

        /** What a policy forbids is among them. */
        List<String> complaints() {
            return complaints;
        }

        Visit open(String url) {
            page.navigate(url);
            return this;
        }

        /** Everything that is one click away is shown. */
        Visit unfold() {
            page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
            return this;
        }

        /** What axe finds wrong, and what it could not decide; each with where it is. */
        List<String> barriers() {
            AxeResults results =
                    new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze();
            if (results.getPasses().isEmpty()) {
                throw new AssertionError("axe looked at nothing");
            }
            return Stream.concat(
                            results.getViolations().stream().flatMap(rule -> told("wrong", rule, node -> true)),
                            results.getIncomplete().stream()
                                    .flatMap(rule -> told("undecided", rule, node -> !isDecidedElsewhere(rule, node))))
                    .toList();
        }

        /** What is scrolled out of sight has colours that axe cannot see; it sees them where the window is wide. */
        private boolean isDecidedElsewhere(Rule rule, CheckedNode node) {
            return rule.getId().equals("color-contrast")
                    && (boolean) page.locator(place(node)).evaluate("""
                            element => {
                              const frame = element.closest('.scroll')?.getBoundingClientRect();
                              const box = element.getBoundingClientRect();
                              return innerWidth < 640 && frame !== undefined
                                && (box.left < frame.left - 1 || box.right > frame.right + 1);
                            }""");
        }

        /** A selector; there would be more than one only inside of frames, of which the page has none. */
        private static String place(CheckedNode node) {
            return ((List<?>) node.getTarget()).getFirst().toString();
        }

        private static Stream<String> told(String what, Rule rule, Predicate<CheckedNode> counts) {
            return rule.getNodes().stream()
                    .filter(counts)
                    .map(node -> what + ": " + rule.getId() + " at " + place(node) + ": " + node.getHtml() + " "
                            + node.getFailureSummary());
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
