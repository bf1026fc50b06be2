/** What became new, was revised and was retracted since an instant, and the headline figures before and after. */
package org.humdash.gateway.diff;
