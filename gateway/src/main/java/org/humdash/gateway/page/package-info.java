/** The situation for people: a page of plain HTML, of nothing but what anybody may read through the API. */
package org.humdash.gateway.page;
