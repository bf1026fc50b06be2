/** By what an answer is known, how long it may be kept, and in which form it is sent. */
package org.humdash.gateway.answer;
