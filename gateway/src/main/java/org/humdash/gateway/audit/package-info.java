/** Who wrote what, and when. */
package org.humdash.gateway.audit;
