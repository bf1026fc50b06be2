package org.humdash.gateway.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.humdash.gateway.language.Isolation;
import org.humdash.gateway.language.Messages;
import org.humdash.gateway.peer.PeerFailure;
import org.humdash.vocabulary.text.Language;

/** Says in plain words why a service did not answer. */
@ApplicationScoped
public class Reasons {

    private final Messages messages;

    Reasons(Messages messages) {
        this.messages = messages;
    }

    public String of(PeerFailure failure, Language language) {
        return messages.format(
                language,
                "unavailable." + failure.kind().label(),
                Map.of(
                        "service", Isolation.of(failure.peer().serviceName(), language),
                        "detail", Isolation.of(failure.detail(), language)));
    }
}
