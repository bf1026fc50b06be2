/**
 * The day ledger of a ceasefire: what each of its days was (attack, possible, pending, quiet, unreported), and what
 * follows from that. The rules are plain objects without a framework; docs/ledger.md says them in words.
 */
package org.humdash.incident.ledger;
