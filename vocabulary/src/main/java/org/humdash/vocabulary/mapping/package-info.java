/** Taking over the tables of others: which of their columns says what, and how it becomes what we record. */
package org.humdash.vocabulary.mapping;
