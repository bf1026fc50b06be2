package org.humdash.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@AnalyzeClasses(packages = "org.humdash.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("org.humdash.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule peersAndProblemsKnowNoFeature = noClasses()
            .that()
            .resideInAnyPackage("..gateway.peer..", "..gateway.problem..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..gateway.situation..", "..gateway.route..", "..gateway.apidoc..");

    @ArchTest
    static final ArchRule composingAndRoutingKnowNothingOfEachOther = noClasses()
            .that()
            .resideInAPackage("..gateway.situation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gateway.route..");

    @ArchTest
    static final ArchRule theGatewaySharesNoClassWithAService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.humdash.incident..", "org.humdash.humanitarian..", "org.humdash.kit..");

    @ArchTest
    static final ArchRule onlyPeerClientAndForwarderCallServices = noClasses()
            .that()
            .resideOutsideOfPackages("..gateway.peer..", "..gateway.route..")
            .and()
            // It calls partners, and no service.
            .haveNameNotMatching(".*\\.PublicEndpoint(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.core.http.HttpClient")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    @ArchTest
    static final ArchRule resourcesSaySo =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule configurationComesFromTheOneMapping =
            noClasses().should().dependOnClassesThat().areAssignableTo(ConfigProperty.class);

    @ArchTest
    static final ArchRule thereIsOneMapping =
            classes().that().areAnnotatedWith(ConfigMapping.class).should().haveSimpleName("GatewayConfig");

    @ArchTest
    static final ArchRule aFeatureKnowsItsOwnPartOfTheMapping = noClasses()
            .that()
            .resideInAPackage("org.humdash.gateway.*..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.humdash\\.gateway\\.GatewayConfig(\\$.*)?");

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors =
            fields().should().notBeAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule nobodyAsksTheMachineForTheTime = noClasses()
            .that()
            .doNotHaveSimpleName("ClockProducer")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");
}
